// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Drogon 1.9.13;
// not the library.
#pragma once

#include "drogon/orm/Mapper.h"

namespace drogon::orm {
namespace internal {
template <typename ReturnType>
struct [[nodiscard]] MapperAwaiter : CallbackAwaiter<ReturnType> {};
} // namespace internal

template <typename T> class CoroMapper : public Mapper<T> {
public:
  explicit CoroMapper(DbClientPtr client);
  internal::MapperAwaiter<T>
  findByPrimaryKey(const typename Mapper<T>::PrimaryKeyType &key);
  internal::MapperAwaiter<std::vector<T>> findAll();
};
} // namespace drogon::orm
