// The readers, one a format, each in the file of its name. All of them take the bytes of an
// unpacked input and give its documents; what they cannot read they tell. See Format::read. `raw` is not
// yet UTF-8.
#pragma once

#include "readers/delivery.h"
#include "readers/input.h"

namespace dragoman {

void read_text(Input& input, Delivery& out);  // text_reader.cc
void read_html(Input& input, Delivery& out);  // html_reader.cc
void read_json(Input& raw, Delivery& out);    // json_reader.cc: lines, arrays, objects
void read_feed(Input& input, Delivery& out);  // feed_reader.cc: RSS and Atom
void read_xml(Input& input, Delivery& out);   // xml_reader.cc
void read_markdown(Input& input, Delivery& out);
void read_csv(Input& raw, Delivery& out);     // csv_reader.cc: CSV and TSV
void read_warc(Input& input, Delivery& out);  // warc_reader.cc: WARC and ARC
void read_pdf(Input& input, Delivery& out);   // pdf_reader.cc
void read_archive(Input& input, Delivery& out);
void read_office(Input& input, Delivery& out);   // office_reader.cc: DOCX, ODT, XLSX, EPUB …
void read_mail(Input& input, Delivery& out);     // mail_reader.cc: one message
void read_mailbox(Input& input, Delivery& out);  // mail_reader.cc: mbox
void read_sgml(Input& raw, Delivery& out);       // sgml_reader.cc: Reuters, TREC

}  // namespace dragoman
