// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Drogon 1.9.13;
// not the library.
#pragma once

#include "drogon/orm/DbClient.h"

namespace drogon::orm {
template <typename T, bool SelectAll, bool Single = false> class BaseBuilder {
public:
  Result execSync(const DbClientPtr &client);
  template <typename TFn, typename EFn>
  void execAsync(const DbClientPtr &, TFn &&, EFn &&) noexcept {}
};
} // namespace drogon::orm
