// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Debug mode: what a loop saw that its programmer should know.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <ostream>
#include <source_location>
#include <string>
#include <string_view>
#include <vector>

namespace tide {

/// What debug mode found in one run.
struct debug_report {
  /// A coroutine ran for too long without suspending.
  struct stall {
    std::string coroutine;
    std::chrono::milliseconds held;
  };
  /// A task failed, and nobody read its error.
  struct lost_error {
    std::string task;
    std::string message;
  };
  /// A task was cancelled, went on, and returned a value after all.
  struct swallowed_cancellation {
    std::string task;
    std::chrono::milliseconds went_on; // by the loop's clock
  };

  std::vector<stall> stalls;
  std::vector<std::string> never_awaited; // coroutines
  std::vector<lost_error> lost_errors;
  std::vector<swallowed_cancellation> swallowed;
  std::vector<std::string>
      unstopped; // tasks that were cancelled and had to be destroyed
  std::vector<std::string> unfinished; // generators dropped between two items
  std::size_t peak_tasks = 0;          // the most that were alive at once

  /// Nothing to tell but the peak.
  bool clean() const noexcept {
    return stalls.empty() && never_awaited.empty() && lost_errors.empty() &&
           swallowed.empty() && unstopped.empty() && unfinished.empty();
  }
};

inline std::ostream &operator<<(std::ostream &out, const debug_report &report) {
  for (const auto &[coroutine, held] : report.stalls)
    out << "tide: '" << coroutine << "' held the loop for " << held.count()
        << " ms\n";
  for (const auto &coroutine : report.never_awaited)
    out << "tide: '" << coroutine << "' was never awaited\n";
  for (const auto &[task, message] : report.lost_errors)
    out << "tide: '" << task
        << "' failed and nobody read its error: " << message << '\n';
  for (const auto &[task, went_on] : report.swallowed)
    out << "tide: '" << task << "' swallowed a cancellation and went on for "
        << went_on.count() << " ms\n";
  for (const auto &task : report.unstopped)
    out << "tide: '" << task << "' did not stop when it was cancelled\n";
  for (const auto &generator : report.unfinished)
    out << "tide: '" << generator
        << "' was abandoned half way, its cleanup cannot await\n";
  return out << "tide: at most " << report.peak_tasks
             << (report.peak_tasks == 1 ? " task was" : " tasks were")
             << " alive at once\n";
}

namespace detail {

/// The variable's value as a number; \p otherwise where it is not set.
inline long environment_number(const char *variable, long otherwise) {
  const char *text = std::getenv(variable);
  return text ? std::strtol(text, nullptr, 10) : otherwise;
}

/// Where the bracket ends that begins at \p begin.
inline std::size_t end_of_bracket(std::string_view text, std::size_t begin) {
  int depth = 0;
  for (std::size_t i = begin; i != text.size(); ++i) {
    depth += std::string_view("(<{").find(text[i]) != text.npos;
    depth -= std::string_view(")>}").find(text[i]) != text.npos;
    if (depth == 0)
      return i + 1;
  }
  return text.size();
}

/// A function's name without its types: 'app::fetch' of 'tide::task<int>
/// app::fetch(int)'. What has no name is told by its place.
inline std::string coroutine_name(const std::source_location &where) {
  const std::string_view text = where.function_name();
  std::string name;
  for (std::size_t i = 0; i != text.size();) {
    const std::string_view rest = text.substr(i);
    if (rest.starts_with("<lambda") || rest.starts_with("(lambda") ||
        rest.starts_with("(anonymous class)")) {
      std::string_view file = where.file_name();
      file.remove_prefix(file.rfind('/') + 1);
      return "lambda at " + std::string(file) + ':' +
             std::to_string(where.line());
    }
    if (rest.starts_with("operator()"))
      return name + "operator()";
    if (std::string_view("(<{").find(rest.front()) != rest.npos) {
      i = end_of_bracket(text, i);
      const bool is_of_scope = text.substr(i).starts_with("::");
      if (rest.front() == '(' && !is_of_scope)
        break; // the parameters
      if (is_of_scope && (name.empty() || name.ends_with("::")))
        i += 2; // the scope has no name
    } else {
      if (rest.front() == ' ')
        name.clear(); // it was a type
      else
        name += rest.front();
      ++i;
    }
  }
  return name;
}

} // namespace detail
} // namespace tide
