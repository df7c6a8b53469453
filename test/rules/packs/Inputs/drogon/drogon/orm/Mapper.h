// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Drogon 1.9.13;
// not the library.
#pragma once

#include "drogon/orm/DbClient.h"
#include <vector>

namespace drogon::orm {
class Criteria {};
using CountCallback = std::function<void(const std::size_t)>;
using ExceptionCallback = std::function<void(const DrogonDbException &)>;

template <typename T> class Mapper {
public:
  using PrimaryKeyType = int;
  using SingleRowCallback = std::function<void(T)>;
  using MultipleRowsCallback = std::function<void(std::vector<T>)>;

  explicit Mapper(DbClientPtr client);
  T findByPrimaryKey(const PrimaryKeyType &key) noexcept(false);
  void findByPrimaryKey(const PrimaryKeyType &key, const SingleRowCallback &rcb,
                        const ExceptionCallback &ecb) noexcept;
  std::vector<T> findAll() noexcept(false);
  void findAll(const MultipleRowsCallback &rcb,
               const ExceptionCallback &ecb) noexcept;
  std::size_t count(const Criteria &criteria = Criteria()) noexcept(false);
  void count(const Criteria &criteria, const CountCallback &rcb,
             const ExceptionCallback &ecb) noexcept;
  T findOne(const Criteria &criteria) noexcept(false);
  void findOne(const Criteria &criteria, const SingleRowCallback &rcb,
               const ExceptionCallback &ecb) noexcept;
  std::vector<T> findBy(const Criteria &criteria) noexcept(false);
  void findBy(const Criteria &criteria, const MultipleRowsCallback &rcb,
              const ExceptionCallback &ecb) noexcept;
  void insert(T &obj) noexcept(false);
  void insert(const T &obj, const SingleRowCallback &rcb,
              const ExceptionCallback &ecb) noexcept;
  std::size_t update(const T &obj) noexcept(false);
  void update(const T &obj, const CountCallback &rcb,
              const ExceptionCallback &ecb) noexcept;
  template <typename... Arguments>
  std::size_t updateBy(const std::vector<std::string> &colNames,
                       const Criteria &criteria,
                       Arguments &&...args) noexcept(false);
  template <typename... Arguments>
  std::size_t increment(const std::vector<std::string> &colNames,
                        const Criteria &criteria,
                        Arguments... args) noexcept(false);
  std::size_t deleteOne(const T &obj) noexcept(false);
  void deleteOne(const T &obj, const CountCallback &rcb,
                 const ExceptionCallback &ecb) noexcept;
  std::size_t deleteBy(const Criteria &criteria) noexcept(false);
  void deleteBy(const Criteria &criteria, const CountCallback &rcb,
                const ExceptionCallback &ecb) noexcept;
  std::size_t deleteByPrimaryKey(const PrimaryKeyType &key) noexcept(false);
};
} // namespace drogon::orm
