#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressmark::indexer {

/// The JSON that a script carries, as text: the whole script where it is nothing else, as
/// is the value of an attribute (with its references resolved); else each
/// object or list that it assigns ("window.__STATE__ = {…};") or hands to JSON.parse. "undefined"
/// as a value becomes null. Short ones are left out, and those behind a bracket that is never
/// closed. Linear in the script; what comes out need not be sound.
std::vector<std::string> json_in_script(std::string_view script);

}  // namespace pressmark::indexer
