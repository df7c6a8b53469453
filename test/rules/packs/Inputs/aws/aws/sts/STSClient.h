// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of the AWS SDK for C++ 1.11; not the library.
#pragma once

#include <aws/core/client/AWSClient.h>

namespace Aws::STS {

namespace Model {
class AssumeRoleRequest;
class AssumeRoleResult;
using AssumeRoleOutcome = Aws::Outcome<AssumeRoleResult>;
} // namespace Model

class STSClient : public Aws::Client::AWSClient {
public:
  virtual Model::AssumeRoleOutcome AssumeRole(const Model::AssumeRoleRequest &request) const;
};

} // namespace Aws::STS
