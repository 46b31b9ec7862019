// Lucene 4.10 as an engine of the comparison (the protocol is that of engine.h): EnglishAnalyzer, BM25, the classic
// query parser; marks by the classic Highlighter, or by the PostingsHighlighter, which reads offsets from the index;
// years from doc values. The time on a processor is that of the thread that answers, without the virtual machine's own.
//
//   java LuceneEngine --index lucene.db docs.tsv       # id, year, title, body
//   java LuceneEngine classic|postings lucene.db
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.AtomicReaderContext;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.highlight.Highlighter;
import org.apache.lucene.search.highlight.QueryScorer;
import org.apache.lucene.search.highlight.SimpleHTMLFormatter;
import org.apache.lucene.search.highlight.SimpleSpanFragmenter;
import org.apache.lucene.search.postingshighlight.PostingsHighlighter;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.Version;

public class LuceneEngine {
  private static final int PASSAGES = 2;
  private static final int PASSAGE_CHARACTERS = 320;
  private static final Set<String> ID = Collections.singleton("id");
  private static final Set<String> ID_AND_BODY = new HashSet<>(Arrays.asList("id", "body"));

  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
  private final Analyzer analyzer = new EnglishAnalyzer();
  private final QueryParser parser = new QueryParser("body", analyzer);
  private final PostingsHighlighter fromPostings = new PostingsHighlighter();
  private final IndexSearcher searcher;
  private final boolean postings;

  private LuceneEngine(String highlighter, String path) throws IOException {
    postings = highlighter.equals("postings");
    searcher = new IndexSearcher(DirectoryReader.open(FSDirectory.open(new File(path))));
    searcher.setSimilarity(new BM25Similarity());
  }

  private static void index(String path, String input) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(Version.LATEST, new EnglishAnalyzer());
    config.setSimilarity(new BM25Similarity());
    FieldType body = new FieldType(TextField.TYPE_STORED);
    body.setIndexOptions(FieldInfo.IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(new File(path)), config);
        BufferedReader lines = Files.newBufferedReader(Paths.get(input), StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] fields = line.split("\t", -1);
        Document document = new Document();
        document.add(new StringField("id", fields[0], Field.Store.YES));
        document.add(new SortedDocValuesField("year", new BytesRef(fields[1])));
        document.add(new TextField("title", fields[2], Field.Store.YES));
        document.add(new Field("body", fields[3], body));
        writer.addDocument(document);
      }
    }
  }

  /** Counts the matches by year. */
  private static final class Years extends Collector {
    private final Map<String, Long> years = new HashMap<>();
    private SortedDocValues values;
    private long[] counts = new long[0];  // of the segment at hand

    @Override
    public void setScorer(Scorer scorer) {}

    @Override
    public void collect(int document) {
      counts[values.getOrd(document)]++;
    }

    @Override
    public void setNextReader(AtomicReaderContext context) throws IOException {
      addSegment();
      values = DocValues.getSorted(context.reader(), "year");
      counts = new long[values.getValueCount()];
    }

    @Override
    public boolean acceptsDocsOutOfOrder() {
      return true;
    }

    private void addSegment() {
      for (int year = 0; year < counts.length; year++) {
        if (counts[year] > 0) years.merge(values.lookupOrd(year).utf8ToString(), counts[year], Long::sum);
      }
      counts = new long[0];
    }

    long matches() {
      addSegment();
      return years.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  private String answer(String line) throws Exception {
    String[] fields = line.split("\t", 5);
    boolean shown = fields[0].equals("1");
    boolean byYear = fields[1].equals("1");
    int limit = Integer.parseInt(fields[2]);
    int offset = Integer.parseInt(fields[3]);
    long start = System.nanoTime();
    long startOnProcessor = clock.getCurrentThreadCpuTime();
    Query query = parser.parse(fields[4]);
    TopScoreDocCollector best = TopScoreDocCollector.create(offset + limit, true);
    Years years = new Years();
    searcher.search(query, byYear ? MultiCollector.wrap(best, years) : best);
    if (byYear && years.matches() != best.getTotalHits()) throw new IOException("a match without a year");
    TopDocs page = best.topDocs(offset, limit);
    int marks = shown ? marks(query, page) : checkIds(page);
    long onProcessor = (clock.getCurrentThreadCpuTime() - startOnProcessor) / 1000;
    long took = (System.nanoTime() - start) / 1000;
    return took + "\t" + onProcessor + "\t" + page.totalHits + "\t" + page.scoreDocs.length + "\t" + marks;
  }

  private int checkIds(TopDocs page) throws IOException {
    for (ScoreDoc hit : page.scoreDocs) {
      if (searcher.doc(hit.doc, ID).get("id").isEmpty()) throw new IOException("a hit without an id");
    }
    return 0;
  }

  private int marks(Query query, TopDocs page) throws Exception {
    int marks = 0;
    if (page.scoreDocs.length == 0) return marks;
    if (postings) {
      checkIds(page);
      for (String passages : fromPostings.highlight("body", query, searcher, page, PASSAGES)) {
        marks += count(passages, "<b>");
      }
      return marks;
    }
    QueryScorer scorer = new QueryScorer(query, "body");
    Highlighter highlighter = new Highlighter(new SimpleHTMLFormatter("<b>", "</b>"), scorer);
    highlighter.setTextFragmenter(new SimpleSpanFragmenter(scorer, PASSAGE_CHARACTERS));
    for (ScoreDoc hit : page.scoreDocs) {
      String body = searcher.doc(hit.doc, ID_AND_BODY).get("body");
      marks += count(highlighter.getBestFragments(analyzer.tokenStream("body", body), body, PASSAGES, "..."), "<b>");
    }
    return marks;
  }

  private static int count(String text, String mark) {
    int count = 0;
    if (text == null) return count;
    for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length())) count++;
    return count;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("--index")) {
      index(arguments[1], arguments[2]);
      return;
    }
    LuceneEngine engine = new LuceneEngine(arguments[0], arguments[1]);
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      System.out.println(engine.answer(line));
    }
  }
}
