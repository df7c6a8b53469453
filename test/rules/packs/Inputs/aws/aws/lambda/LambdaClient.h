// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of the AWS SDK for C++ 1.11; not the library.
#pragma once

#include <aws/core/client/AWSClient.h>

namespace Aws::Lambda {

namespace Model {
class InvokeRequest;
class InvokeResult;
using InvokeOutcome = Aws::Outcome<InvokeResult>;
} // namespace Model

class LambdaClient : public Aws::Client::AWSClient {
public:
  virtual Model::InvokeOutcome Invoke(const Model::InvokeRequest &request) const;
};

} // namespace Aws::Lambda
