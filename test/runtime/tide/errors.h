// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What can go wrong, as exceptions.
#pragma once

#include <exception>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace tide {

/// Thrown out of a suspension point when the task was asked to stop. It is not
/// a std::exception, so that a handler for errors does not catch it: catch it
/// only to clean up, and let it go on.
struct cancelled {};

/// A deadline passed.
class timeout_error : public std::runtime_error {
public:
  timeout_error() : std::runtime_error("timed out") {}
};

/// Something that needs a running loop was used outside of one, or a loop was
/// run inside another.
class loop_error : public std::logic_error {
public:
  using std::logic_error::logic_error;
};

/// An item was put into a closed queue.
class queue_closed : public std::runtime_error {
public:
  queue_closed() : std::runtime_error("the queue is closed") {}
};

/// What a task group ends with when some of its tasks failed.
class exception_group : public std::runtime_error {
public:
  explicit exception_group(std::vector<std::exception_ptr> errors);

  const std::vector<std::exception_ptr> &errors() const noexcept {
    return errors_;
  }

private:
  std::vector<std::exception_ptr> errors_;
};

/// Whether \p error, which may be null, is a request to stop that was let
/// through.
inline bool is_cancellation(const std::exception_ptr &error) noexcept {
  try {
    if (error)
      std::rethrow_exception(error);
  } catch (const cancelled &) {
    return true;
  } catch (...) {
  }
  return false;
}

/// What an error says; "cancelled" for a cancellation.
inline std::string message_of(const std::exception_ptr &error) {
  try {
    std::rethrow_exception(error);
  } catch (const std::exception &e) {
    return e.what();
  } catch (const cancelled &) {
    return "cancelled";
  } catch (...) {
    return "an exception of an unknown type";
  }
}

inline exception_group::exception_group(std::vector<std::exception_ptr> errors)
    : std::runtime_error(
          std::to_string(errors.size()) +
          (errors.size() == 1 ? " task" : " tasks") +
          " failed, the first with: " + message_of(errors.front())),
      errors_(std::move(errors)) {}

} // namespace tide
