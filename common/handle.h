#pragma once

namespace pressmark {

/// Deleter for a C handle: `std::unique_ptr<xmlDoc, ReleaseWith<xmlFreeDoc>>`. Adds no size to the
/// pointer.
template <auto Release>
struct ReleaseWith {
  template <typename T>
  void operator()(T* handle) const noexcept {
    Release(handle);
  }
};

}  // namespace pressmark
