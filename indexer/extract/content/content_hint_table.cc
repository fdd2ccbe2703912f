#include "indexer/extract/content/content_hint_table.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace pressmark::indexer {
namespace {

using HintMap = std::unordered_map<std::string_view, Hint>;

const HintMap& words() {
  static const HintMap map = [] {
    HintMap built;
    const auto add = [&](Hint hint, std::initializer_list<std::string_view> list) {
      for (const std::string_view word : list) built.emplace(word, hint);
    };
    // The vocabulary of web markup, which is English on pages in every language; a few words of
    // other languages are common enough to stand here.
    add(Hint::Comment,
        {"comment",      "comments",    "disqus",           "respond",     "replies",
         "reply",        "kommentar",   "kommentare",       "kommentarer", "comentarios",
         "commentaires", "reacties",    "commenting",       "coral",       "viafoura",
         "spotim",       "openweb",     "facebookcomments", "discussion",  "commentlist",
         "comentario",   "commenti",    "komentar",         "komentarz",   "komentarze",
         "komentari",    "komentare",   "kommentit",        "yorum",       "yorumlar",
         "talkback",     "talkbacks",   "dyskusja",         "diskuse",     "diskusia",
         "otzyvy",       "kommentarii", "hozzaszolasok"});
    add(Hint::Related,
        {"related",     "recommended", "recommend",     "recommendation", "recommendations",
         "recommends",  "recirc",      "recirculation", "outbrain",       "taboola",
         "trending",    "popular",     "similar",       "teaser",         "teasers",
         "mostread",    "readmore",    "morenews",      "upnext",         "zergnet",
         "suggested",   "suggestions", "carousel",      "relacionadas",   "relacionados",
         "relacionada", "correlati",   "morefrom",      "alsoread",       "readalso",
         "seealso",     "more",        "readnext",      "latest",         "inlinerelated",
         "revcontent",  "mgid",        "plista",        "onward",         "onwards",
         "interlink",   "playlist",    "livefyre",      "linklist",       "linkbox",
         "storylink",   "weiterlesen", "anreisser",     "relatedcontent", "relatedposts",
         "yarpp",       "crp",         "nextpost",      "promolink"});
    add(Hint::Share, {"share",     "sharing",    "shares",      "social",      "socials",
                      "addthis",   "addtoany",   "sharedaddy",  "follow",      "followus",
                      "sharethis", "shariff",    "socialmedia", "sociallinks", "sharebar",
                      "bookmark",  "sharetools", "socialshare", "heateor",     "ssba"});
    add(Hint::Subscribe, {"newsletter",   "newsletters",  "signup",
                          "subscribe",    "subscription", "subscriptions",
                          "donate",       "donation",     "donations",
                          "paywall",      "regwall",      "membership",
                          "promo",        "promotion",    "promotional",
                          "promos",       "optin",        "mailchimp",
                          "piano",        "cta",          "register",
                          "registration", "marketing",    "support",
                          "appeal",       "abo",          "login",
                          "signin",       "giftarticle",  "offer",
                          "offers",       "mailmunch",    "pushnotification",
                          "whatsapp",     "telegram",     "callout"});
    add(Hint::Author, {"author",     "authors",     "byline",       "bylines", "bio",
                       "biography",  "contributor", "contributors", "avatar",  "writer",
                       "journalist", "reporter",    "autor",        "autores", "auteur",
                       "authorbox",  "authorinfo",  "authorbio",    "vcard",   "creditline"});
    add(Hint::Meta,
        {"meta",         "metadata",   "date",    "timestamp", "datetime",   "pubdate",
         "published",    "updated",    "kicker",  "eyebrow",   "breadcrumb", "breadcrumbs",
         "tags",         "tag",        "taglist", "keywords",  "topics",     "topic",
         "category",     "categories", "rubric",  "rubrik",    "overline",   "dateline",
         "readingtime",  "readtime",   "label",   "labels",    "entrymeta",  "postmeta",
         "postmetadata", "flag",       "badge",   "dachzeile", "hashtags",   "etiquetas",
         "views"});
    add(Hint::Caption,
        {"caption",         "captions",     "credit",           "credits",      "gallery",
         "slideshow",       "lightbox",     "copyright",        "photographer", "photo",
         "image",           "img",          "figcaption",       "figure",       "picture",
         "wp-caption-text", "imagecaption", "bildunterschrift", "bildtext",     "slider",
         "slick",           "swiper",       "legende",          "galeria",      "didascalia",
         "bijschrift",      "onderschrift", "piedefoto",        "billedtekst",  "kuvateksti",
         "popisek",         "epigrafe"});
    add(Hint::Ad,
        {"ad",          "ads",        "advert",     "adverts",   "advertisement", "advertising",
         "advertorial", "advertise",  "adslot",     "adunit",    "adbox",         "adcontainer",
         "adwrapper",   "sponsor",    "sponsored",  "sponsors",  "dfp",           "gpt",
         "banner",      "banners",    "commercial", "affiliate", "werbung",       "anzeige",
         "anzeigen",    "publicidad", "publicite",  "pub",       "adsense",       "adsbygoogle",
         "googlead",    "admanager",  "teads",      "dianomi"});
    add(Hint::Navigation,
        {"nav",     "navigation", "menu",     "menus",    "navbar",   "pagination", "pager",
         "toolbar", "masthead",   "footer",   "topbar",   "subnav",   "megamenu",   "sitemap",
         "submenu", "tabs",       "prevnext", "footnote", "colophon", "skiplink",   "header"});
    add(Hint::Consent, {"cookie", "cookies", "consent", "privacy", "gdpr", "onetrust", "ccpa",
                        "cookiebar", "cookiebanner", "cookieconsent", "didomi", "usercentrics",
                        "truste", "quantcast", "sourcepoint"});
    add(Hint::Interface,
        {"modal",      "popup",         "popover",      "overlay",       "tooltip",
         "dropdown",   "print",         "player",       "audio",         "video",
         "podcast",    "podcasts",      "jwplayer",     "brightcove",    "videoplayer",
         "listen",     "button",        "buttons",      "btn",           "survey",
         "poll",       "quiz",          "form",         "search",        "searchbox",
         "alert",      "alerts",        "notification", "notifications", "toast",
         "loader",     "loading",       "spinner",      "noscript",      "tts",
         "readaloud",  "drawer",        "offcanvas",    "feedback",      "ticker",
         "toc",        "accessibility", "rating",       "ratings",       "stars",
         "vote",       "votes",         "widget",       "widgets",       "corrections",
         "disclaimer", "disclosure",    "republish",    "republication"});
    add(Hint::Sidebar,
        {"sidebar", "rail", "aside", "sidebars", "secondary", "siderail", "rightrail", "leftrail",
         "skyscraper", "rightcol", "rightcolumn", "marginal", "complementary"});
    add(Hint::Headline, {"headline", "headlines", "hed"});
    add(Hint::Lead, {"lead",        "lede",       "standfirst", "dek",     "deck",    "subtitle",
                     "subheadline", "subhead",    "summary",    "intro",   "excerpt", "abstract",
                     "chapo",       "sapo",       "preamble",   "manchet", "perex",   "entradilla",
                     "copete",      "catenaccio", "vorspann",   "bajada",  "sumario", "ingress",
                     "teaserlead",  "subheading", "strapline"});
    add(Hint::Embed,
        {"twitter", "tweet", "instagram", "facebook", "tiktok", "embed", "embedded", "oembed"});
    return built;
  }();
  return map;
}

const HintMap& names() {
  static const HintMap map = [] {
    HintMap built;
    const auto add = [&](Hint hint, std::initializer_list<std::string_view> list) {
      for (const std::string_view word : list) built.emplace(word, hint);
    };
    add(Hint::Body, {"articlebody",        "articlecontent",  "articletext",   "storybody",
                     "storycontent",       "storytext",       "entrycontent",  "postcontent",
                     "postbody",           "bodycontent",     "bodytext",      "maincontent",
                     "articlebodycontent", "articlebodytext", "articlemain",   "contentbody",
                     "contentarticle",     "newsbody",        "newscontent",   "newstext",
                     "pagecontent",        "richtext",        "bodycopy",      "articlebodywrapper",
                     "articlecontentbody", "tdpostcontent",   "textblock",     "storybodytext",
                     "articlebodymain",    "singlecontent",   "blogcontent",   "detailcontent",
                     "detailtext",         "artikeltext",     "articledetail", "cuerponoticia",
                     "textoarticulo",      "articlesection",  "bodyarticle",   "articlewrapper",
                     "textcontent",        "articleinner",    "fieldnamebody", "fieldbody"});
    add(Hint::Comment, {"binhluan", "leserbriefe"});
    add(Hint::Interface, {"creativecommons"});
    add(Hint::Related,
        {"readmore",   "readnext",     "mostread",        "mostpopular",    "mostviewed",
         "moreon",     "morefrom",     "morestories",     "seealso",        "alsoread",
         "readalso",   "upnext",       "relatedarticles", "relatedlinks",   "latestnews",
         "moreinfo",   "youmaylike",   "youmightlike",    "dontmiss",       "editorspicks",
         "topstories", "internallink", "linkedarticles",  "relatedstories", "relatedposts",
         "newslist",   "articlelist",  "inlinelink",      "nextarticle",    "nextstory"});
    add(Hint::Interface, {"sronly", "visuallyhidden", "screenreader", "screenreadertext",
                          "screenreaderonly", "hiddenaccessible", "audioplayer", "videoplayer",
                          "audiomodule", "ahidden", "uvisuallyhidden", "listentoarticle"});
    add(Hint::Meta, {"readingtime", "readtime", "publisheddate", "datepublished", "postdate",
                     "postmeta", "entrymeta", "articlemeta", "timeago", "articledate",
                     "articletags", "posttags", "entrytags", "entryfooter", "taglist"});
    add(Hint::Author, {"authorbio", "authorbox", "authorinfo", "aboutauthor", "abouttheauthor",
                       "writtenby", "postauthor", "authorcard"});
    add(Hint::Share, {"sharetools", "sharebuttons", "socialshare", "sharebar", "followus"});
    return built;
  }();
  return map;
}

Hint find(const HintMap& map, std::string_view key) {
  const auto found = map.find(key);
  return found == map.end() ? Hint::None : found->second;
}

}  // namespace

Hint hint_of_word(std::string_view word) { return find(words(), word); }
Hint hint_of_name(std::string_view letters) { return find(names(), letters); }

}  // namespace pressmark::indexer
