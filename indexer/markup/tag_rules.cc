#include "indexer/markup/tag_rules.h"

namespace pressmark::indexer {

Content content_of(Tag tag) {
  switch (tag) {
    case Tag::Script:
    case Tag::Style:
    case Tag::Noscript:
    case Tag::Svg:
    case Tag::Math:
    case Tag::Template:
    case Tag::Iframe:
    case Tag::Textarea:
    case Tag::Select:
    case Tag::Noembed:
    case Tag::Noframes:
    case Tag::Canvas:
    case Tag::Audio:
    case Tag::Video:
    case Tag::Object:
      return Content::Drop;
    case Tag::Title:
    case Tag::Xmp:
      return Content::Text;
    default:
      return Content::Parse;
  }
}

int rank(Tag tag) {
  switch (tag) {
    case Tag::P:
      return 10;
    case Tag::Div:
    case Tag::Article:
    case Tag::Section:
    case Tag::Main:
    case Tag::Aside:
    case Tag::Header:
    case Tag::Footer:
    case Tag::Nav:
      return 150;
    case Tag::Td:
    case Tag::Th:
      return 160;
    case Tag::Tr:
      return 170;
    case Tag::Thead:
    case Tag::Tbody:
    case Tag::Tfoot:
      return 180;
    case Tag::Table:
      return 190;
    case Tag::Head:
    case Tag::Body:
      return 200;
    case Tag::Html:
      return 220;
    default:
      return 100;
  }
}

bool replaces(Tag opening, Tag open) {
  switch (opening) {
    case Tag::P:
    case Tag::Li:
    case Tag::Tr:
    case Tag::Option:
      return open == opening;
    case Tag::Td:
    case Tag::Th:
      return open == Tag::Td || open == Tag::Th;
    case Tag::Dt:
    case Tag::Dd:
      return open == Tag::Dt || open == Tag::Dd;
    default:
      return false;
  }
}

}  // namespace pressmark::indexer
