#include "symbol_series.h"

#include <algorithm>
#include <array>

namespace dragoman {
namespace {

using enum SeriesNeeds;

// Sorted by first letter; the longest match of a letter wins, so the order within a letter does not
// matter.
constexpr SymbolSeries kSeries[] = {
    // Symbols that begin with a number.
    {"# UNTS #"},
    {"# U.N.T.S. #"},
    {"# LNTS #"},
    {"# {ILM|I.L.M.} #"},
    {"#/{CP|CMP|CMA}.#", true},
    {"~/#/{CFSP|EURATOM|EU|EC|EEC|JHA|PESC|UE|CEE|CE|JAI|GASP}"},
    {"\\3~{R|L|D}4"},

    // A: General Assembly and what it set up; OAS, AU, ICC, WHO, ECOWAS.
    {"A/RES/%/#&*", true},
    {"A/RES/=*", true},
    {"A/RES/+", true},
    {"A/RES/{ES|S}-#/#&*", true},
    {"A/PE{S|\x01}/%/#&*", true},
    {"A/DEC/%/#&*", true},
    {"A/DEC/{ES|S}-#/#*", true},
    {"A/%/#*"},
    {"A/%/{PV|SR|L|INF|CRP|WP|R|NGO|PET|BUR}{.|/}#*", true},
    {"A/{PV|SR|L|INF|CRP|R}.#*"},
    {"A/+*"},
    {"A/{CONF|CN|AC|C}.#$*", true},
    {"A/{CONF|CN|AC|C}.#/#*", true},
    {"A/HRC$*", true},
    {"A/{SPC|BUR|INF|ES-#|S-#|CONF|NGO|WGFS|CAC|CTC}$*"},
    {"A/{ES|S}-#/#*"},
    {"A/{DEC|REG|P|SP|DCL}[.]#/#/2"},
    {"A_RES_%_#<*>", true},
    {"A_HRC_RES_#_#<*>", true},
    {"A#/{#|INF./#|DIV./#|CONF./#|VR/#|SR/#}*", false, kHealthAssembly},
    {"A.+ (#)"},
    {"A#-4/~"},
    {"AG/{RES|DECL|DEC}. # (^-{O|E}/#)", true},
    {"AG/doc. #/#*"},
    {"AHG/{Res|Decl|Dec|St}. # (^)*"},
    {"Assembly/AU/{Decl|Dec|Res|Motion}. # (^)[Rev.#]*", true},
    {"Assembly/AU/# (^)*", true},
    {"APLC$*"},
    {"ATT$*"},
    {"AFR/#"},
    {"AFR/RC#/{R|WP/}#"},

    {"B#-4/~"},
    {"BWC$*"},
    {"BIO/4"},

    {"C/{DEC|REG}[.]#/#/2"},
    {"C(~) #[ final]"},
    {"C-#/~[ P]", false, kCaseWord},
    {"C-#/2[ P]", false, kCaseWord},
    {"C-#/{DEC|DG|CRP|NAT|INF|S}{.|/}#*"},
    {"C-M({~|2})#[({FINAL|INV|REV#})]"},
    {"CAC$*"},
    {"CAT$*"},
    {"CBD$*"},
    {"CCD/{+|PV.#}*"},
    {"CCM$*"},
    {"CCPR$*"},
    {"CCW$*"},
    {"CD/{+|PV.#}*"},
    {"CD$*"},
    {"CD#.R#"},
    {"CDL[-@] (~) #"},
    {"CED$*"},
    {"CEDAW$*"},
    {"CELEX:3~{R|L|D}4"},
    {"CEPEJ (~) #"},
    {"CERD$*"},
    {"CES$*"},
    {"CETS [<{No|no}[.]> ]#"},
    {"CICP$*"},
    {"CIDI/{RES|DEC}. #/#", true},
    {"CIO[(#)].{GAL|DEC|DOC|JOUR|INF|DEL}/[<{No|no}[.]> ]#[/2]*", true},
    {"CLCS$*"},
    {"CM/{RecChL|Rec|ResDH|ResCMN|ResCSS|ResChS|ResChL|ResAP|Res|Inf|Del/Dec|Del/OJ|AS|Notes}(~) "
     "#[/#[.#]]*",
     true},
    {"CM/{Res|Dec}. # (^)"},
    {"CM(~) #*"},
    {"CMS$*"},
    {"CMW$*"},
    {"COM (~) #[ final[/#]]", true},
    {"CommDH (~) #"},
    {"CP/{RES|DECL|DEC}. # (#/#)", true},
    {"CP/doc. #/#*"},
    {"CPT/Inf (~) #"},
    {"CRC$*"},
    {"CRI (~) #"},
    {"CRPD$*"},
    {"CSP#.R#"},
    {"CTBT$*"},
    {"CTOC$*"},

    {"DC/{+|PV.#|SUB.#/#}*"},
    {"DEV/4"},
    {"DP$*"},
    {"DSG/SM/#"},

    {"E/RES/~/#&*", true},
    {"E/RES/=", true},
    {"E/DEC/~/#*", true},
    {"E/~/#*"},
    {"E/~/{L|INF|CRP|WP|NGO|SR|PV|C}{.|/}#*"},
    {"E/{L|INF|CRP|NGO|SR|PV}{.|/}#*"},
    {"E/+*"},
    {"E/{CONF|CN|AC|C}.#$*", true},
    {"E/{CONF|CN|AC|C}.#/#*", true},
    {"E/{ECE|ECA|ESCAP|ESCWA|ICEF|INCB|HLPF|FFDF|CEPAL|ECLAC|ECWA|TCCB|RES|INF}$*"},
    {"EB#.R#"},
    {"EB# (#)"},
    {"EB#/#*"},
    {"EB#/INF./#*"},
    {"EAPC(C)D(~) #"},
    {"EC-[M-]#/{DEC|DG|CRP|NAT|INF|S}{.|/}#*"},
    {"EC-[M-]#/#*"},
    {"ECA$*"},
    {"ECE$*"},
    {"ECLI:@:@:~:#"},
    {"ECOSOC/4"},
    {"EEF[(#)].{GAL|DEL|INF|DEC|DOC}/[<{No|no}[.]> ]#[/2]*", true},
    {"ENDC/{#|PV.#}*"},
    {"ENV/DEV/#"},
    {"ES-#/#&", false, kResolutionWord},
    {"ESCAP$*"},
    {"ESCWA$*"},
    {"ETS [<{No|no}[.]> ]#"},
    {"EUR/RC#/{R|}#"},
    {"EX.CL/{Decl|Dec|Res}. # (^)[Rev.#]*", true},
    {"EX.CL/# (^)*", true},
    {"Ext/Assembly/AU/{Decl|Dec|Res}. # (^)*", true},

    {"FAL.# (#)"},
    {"FCCC$*"},
    {"FOM.{GAL|DEC|DEL|FR|INF}/[<{No|no}[.]> ]#[/2]*", true},
    {"FSC[(#)].{DEC|DOC|JOUR|DEL|GAL|INF|EMI|DD}/[<{No|no}[.]> ]#[/2]*", true},

    {"G/@/$*"},
    {"G/{SPS|TBT|AG|ADP|SCM|LIC|VAL|RO|MA|C|L|TRIMS|IT}$*"},
    {"GA/{4|5|SPD/#|DIS/#|EF/#|SHC/#|AB/#|COL/#|L/#|PAL/#|CONF/#}"},
    {"GB.#/{#|@/#|@|@/@/#}*"},
    {"GC ({#|^})/{RES/#|DEC/#|INF/#|COM.#/#|OR.#|#}*"},
    {"GC.#/{#|Res.#|Dec.#|L.#|INF/#|CRP.#}*"},
    {"GOV/{~/#|INF/~/#|OR.#|INF/#|4}*"},
    {"GRETA (~) #"},

    {"HCNM.{GAL|DEL|INF|FR}/[<{No|no}[.]> ]#[/2]*", true},
    {"HR/4"},
    {"HR/@$*"},
    {"HRI$*"},
    {"HS/C$*"},
    {"HSP$*"},

    {"ICC-ASP$*"},
    {"ICC-2/2-2/2[-#][-@]"},
    {"ICC-2/2[-#]"},
    {"ICCD$*"},
    {"ICEF$*"},
    {"ICTR-#-#[-@]"},
    {"ID$*"},
    {"IDB.#/{#|Dec.#|CRP.#|INF/#|L.#}*"},
    {"IHA/#"},
    {"ILC.#/@[$|/#|/@]*"},
    {"INFCIRC/{#}*", true},
    {"IPBES$*"},
    {"IRMCT-#-#[-@]"},
    {"ISBA$*"},
    {"IT-#-#[/#][-@]"},

    {"JOIN (~) #[ final[/#]]", true},

    {"L/T/#"},
    {"LC$*"},
    {"LEG.# (#)"},

    {"MC[(#)].{DEC|DOC|JOUR|DEL|GAL|INF}/[<{No|no}[.]> ]#[/2]*", true},
    {"MEPC.# (#)"},
    {"MEPC #/#[/#]"},
    {"MEPC.#/Circ.#"},
    {"MERCOSUR/@/{DEC|RES|DIR}.[ <N[o][.]>] #/#"},
    {"MICT-#-#[-@]"},
    {"MRE/RES.#/#"},
    {"MSC.# (#)"},
    {"MSC #/#[/#]"},
    {"MSC.#/Circ.#"},

    {"NGO/#"},
    {"NPT$*"},

    {"OBV/#"},
    {"ODIHR.{GAL|DEL|INF|FR|DEC}/[<{No|no}[.]> ]#[/2]*", true},
    {"OEA/Ser.@[/^][/^][.#].[ ]doc.[ ]#[/#]"},
    {"OIC$*"},
    {"ORG/4"},

    {"P#_TA[-PROV](~) #"},
    {"PAL/#"},
    {"PBC$*"},
    {"PC[(#)].{DEC|DOC|JOUR|DEL|GAL|INF|SHDM|NGO|IGO|FR|AC}/[<{No|no}[.]> ]#[/2]*", true},
    {"PCNICC$*"},
    {"PI/#"},
    {"PO(~) #"},
    {"PSC/{PR|AHG|MIN}/{COMM|BR|RPT|PS}. [#] ({^|~})*", true},
    {"PSC/{PR|AHG|MIN}/{COMM|BR|RPT|PS}.#[.#] (^)*", true},

    {"RC-#/{DEC|DG|CRP|NAT|INF|S}{.|/}#*"},
    {"RC-#/#*"},
    {"RC.{DEL|GAL|JOUR|DEC|INF}/[<{No|no}[.]> ]#[/2]*", true},
    {"Rec(~)#"},

    {"S/RES/# (~)", true},
    {"S/RES/#<.> (~)", true},
    {"S/RES/#</>(~)", true},
    {"S/RES/#", true},
    {"S/PE{S|\x01}/#[ (~)]", true},
    {"S/PRST/~/#*", true},
    {"S/PV.#*", true},
    {"S/~/#*"},
    {"S/~/{L|INF|CRP|NGO}{.|/}#*"},
    {"S/+*"},
    {"S/#/~"},
    {"S/{AC|C}.#$*"},
    {"S/{Agenda|INF}/#*"},
    {"S-RES-#[<->(~)]", true},
    {"S_RES_#[_(~)]", true},
    {"S-#/#&", false, kResolutionWord},
    {"SAG/#"},
    {"SAICM$*"},
    {"SC/{4|5}"},
    {"SCSL-#-#[-@]"},
    {"SEA/#"},
    {"SEC (~) #[ final[/#]]"},
    {"SEC.{GAL|DEL|FR|INF|DOC|DEC}/[<{No|no}[.]> ]#[/2]*", true},
    {"SG/{SM|A|T}/#*"},
    {"SG/Inf(~)#"},
    {"SG (~) 4"},
    {"SOC/@/#"},
    {"SPLOS$*"},
    {"ST$*"},
    {"STANAG #"},
    {"STCE [<{No|no}[.]> ]#"},
    {"STL-2-2[/@[/@]]"},
    {"SUM.{DEC|DOC|JOUR|DEL|INF}/[<{No|no}[.]> ]#[/2]*", true},
    {"SWD (~) #[ final[/#]]", true},

    {"T/RES/=*"},
    {"T/RES/#"},
    {"T/{L|PV|PET|COM|OBS|INF|SR}.#$*"},
    {"T/{L|PV|INF|SR}.#*"},
    {"T/+*"},
    {"T-#/2[ P]", false, kCaseWord},
    {"TC.# (#)"},
    {"TD$*"},
    {"TRANS$*"},

    {"UNEP$*"},
    {"UNFF$*"},
    {"UNW$*"},

    {"WFP$*"},
    {"WHA#.#"},
    {"WHA# (#)"},
    {"WHO/@$*"},
    {"WO/@$*"},
    {"WOM/#"},
    {"WT$[/R|/AB/R]"},
};

constexpr char group_of(char first) { return first >= '0' && first <= '9' ? '0' : first; }

constexpr char first_of(std::string_view pattern) {
  if (pattern[0] == '#' || pattern[0] == '~' || pattern[0] == '\\') return '0';
  return pattern[0];
}

constexpr bool sorted() {
  for (std::size_t i = 1; i < std::size(kSeries); ++i) {
    if (first_of(kSeries[i - 1].pattern) > first_of(kSeries[i].pattern)) return false;
  }
  return true;
}
static_assert(sorted(), "series_from() searches by first letter");

}  // namespace

std::span<const SymbolSeries> series_from(char first) {
  struct ByFirst {
    bool operator()(const SymbolSeries& s, char c) const { return first_of(s.pattern) < c; }
    bool operator()(char c, const SymbolSeries& s) const { return c < first_of(s.pattern); }
  };
  const auto [begin, end] =
      std::equal_range(std::begin(kSeries), std::end(kSeries), group_of(first), ByFirst());
  return {begin, end};
}

}  // namespace dragoman
