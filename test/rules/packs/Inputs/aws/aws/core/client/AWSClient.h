// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of the AWS SDK for C++ 1.11; not the library.
#pragma once

namespace Aws {

template <typename Result> class Outcome {
public:
  bool IsSuccess() const;
  const Result &GetResult() const;
};

namespace Client {
class AWSClient {
public:
  virtual ~AWSClient();
};
} // namespace Client

} // namespace Aws
