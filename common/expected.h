#pragma once

#include <tl/expected.hpp>

namespace pressmark {

/// A value, or why there is none. The only place that names tl::, so that std::expected can replace
/// it.
template <typename T, typename E>
using Expected = tl::expected<T, E>;

template <typename E>
using Unexpected = tl::unexpected<E>;

}  // namespace pressmark
