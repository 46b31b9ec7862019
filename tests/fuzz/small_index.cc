#include "small_index.h"

#include <filesystem>

#include <unistd.h>

#include "dragoman/indexer/index_writer.h"
#include "target.h"

namespace dragoman::fuzz {
namespace {

namespace fs = std::filesystem;

struct Made {
  const char* lang;
  const char* date;
  const char* symbol;
  const char* title;
  const char* body;
};
constexpr Made kDocuments[] = {
    {"ru", "2016-11-24", "", "Саммит ОДКБ в Ереване",
     "Лидеры стран ОДКБ обсудили борьбу с терроризмом. Резолюция 1540 (2004) Совета Безопасности "
     "остаётся в силе.\n\nШОС и СНГ (Содружество Независимых Государств) направили наблюдателей. "
     "Ещё один саммит пройдёт 14 октября 2017 года."},
    {"en", "2016-11", "S/RES/2334(2016)", "The Security Council met",
     "The CSTO and the SCO agreed on cooperation. WHO was there, who was not?\r\n\r\nSee "
     "S/RES/1540 (2004), A/RES/71/14 and the annual report. The International Red Cross met on "
     "Monday. Counter-terrorism, peacekeeping and sustainable development."},
    {"fr", "2016-06-15", "", "Sommet de l'OTSC à Erevan",
     "L'Organisation du Traité de sécurité collective (OTSC) s'est réunie. L'ONU, l'OMS et l'OCS y "
     "étaient ; la lutte contre le terrorisme aussi."},
    {"es", "2015", "", "La OTSC y la ONU",
     "La Organización de Cooperación de Shanghái se reunió el 24 de noviembre de 2016. ¿Qué dijo "
     "la OMS? El niño habló."},
    {"zh", "2016-11-24", "", "集体安全条约组织峰会",
     "上海合作组织成员国元首理事会会议在塔什干举行。安理会第1540（2004）号决议。联合国秘书长古特雷斯发言。"},
    {"ar", "2016-11-24T13:44", "", "قمة منظمة معاهدة الأمن الجماعي",
     "اجتمع مجلس الأمن التابع للأمم المتحدة في ٢٤ نوفمبر ٢٠١٦. قال الأمين العام إن مكافحة الإرهاب أولوية."},
    {"", "", "", "",
     "\x1B[31m👩‍👩‍👧‍👦 e\xCC\x81\xCC\x81 \xE2\x80\xAE"
     "abc SCO \xEF\xBF\xBD 한국어 日本語"},
    {"ru", "2016-11-24", "", "Саммит ОДКБ в Ереване",
     "(ТАСС) Лидеры стран ОДКБ обсудили борьбу с терроризмом. Резолюция 1540 (2004) Совета "
     "Безопасности остаётся в силе.\n\nШОС и СНГ (Содружество Независимых Государств) направили "
     "наблюдателей. Ещё один саммит пройдёт 14 октября 2017 года."},
};

class SmallIndex {
 public:
  SmallIndex() : path_(fs::temp_directory_path() / ("dragoman-fuzz-" + std::to_string(getpid()))) {
    fs::remove_all(path_);
    Result<IndexWriter> writer = IndexWriter::open(path_, {.jobs = 1});
    promise(bool(writer), "an index is made");
    int number = 0;
    for (const Made& made : kDocuments) {
      Document document;
      document.id = "документ-" + std::to_string(++number);
      document.lang = made.lang;
      document.date = made.date;
      document.symbol = made.symbol;
      document.title = made.title;
      document.body = made.body;
      document.extra = {{"ключ", "значение"}};
      promise(bool(writer->add(std::move(document))), "a document is added");
    }
    promise(bool(writer->commit()), "an index is committed");
  }
  ~SmallIndex() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  SmallIndex(const SmallIndex&) = delete;
  SmallIndex& operator=(const SmallIndex&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace

const std::string& small_index() {
  static const SmallIndex index;
  return index.path();
}

Searcher open_small_index() {
  Result<Searcher> opened = Searcher::open({small_index()});
  promise(bool(opened), "an index is opened");
  return std::move(*opened);
}

}  // namespace dragoman::fuzz
