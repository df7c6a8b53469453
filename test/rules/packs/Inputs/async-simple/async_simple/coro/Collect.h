// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of async_simple 1.4;
// not the library.
#pragma once
#include <async_simple/coro/Lazy.h>
#include <cstddef>
#include <tuple>
#include <variant>
#include <vector>

namespace async_simple::coro {
template <SignalType SignalType = SignalType::None, template <typename> typename LazyType,
          typename... Ts>
Lazy<std::variant<Try<Ts>...>> collectAny(LazyType<Ts>... awaitables);
template <SignalType SignalType = SignalType::None, typename T,
          template <typename> typename LazyType>
Lazy<std::vector<Try<T>>> collectAll(std::vector<LazyType<T>> &&input);
template <SignalType SignalType = SignalType::None, template <typename> typename LazyType,
          typename... Ts>
Lazy<std::tuple<Try<Ts>...>> collectAll(LazyType<Ts>... inputs);
template <SignalType SignalType = SignalType::None, typename T,
          template <typename> typename LazyType>
Lazy<std::vector<Try<T>>> collectAllPara(std::vector<LazyType<T>> &&input);
template <SignalType SignalType = SignalType::None, typename T,
          template <typename> typename LazyType>
Lazy<std::vector<Try<T>>> collectAllWindowed(std::size_t maxConcurrency, bool yield,
                                             std::vector<LazyType<T>> &&input);
template <SignalType SignalType = SignalType::None, typename T,
          template <typename> typename LazyType>
Lazy<std::vector<Try<T>>> collectAllWindowedPara(std::size_t maxConcurrency, bool yield,
                                                 std::vector<LazyType<T>> &&input);
} // namespace async_simple::coro
