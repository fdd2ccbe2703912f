#pragma once

#include <string>
#include <string_view>

namespace pressmark {

/// What of a text may go to a terminal: valid UTF-8 on one line. Ill-formed bytes, C0 (line ends
/// and tabs too), DEL, C1, bidi controls, line and paragraph separators and the byte order mark
/// become visible escapes: "\x1B", "\u{202E}". Everything that people read from either program
/// passes here.
std::string terminal_safe(std::string_view bytes);

/// The same for a message: one that quotes an argument or a line of kilobytes is cut in its middle.
std::string message_text(std::string_view bytes);

}  // namespace pressmark
