// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of the AWS SDK for C++ 1.11; not the library.
#pragma once

#include <aws/core/client/AWSClient.h>

namespace Aws::SecretsManager {

namespace Model {
class GetSecretValueRequest;
class GetSecretValueResult;
using GetSecretValueOutcome = Aws::Outcome<GetSecretValueResult>;
} // namespace Model

class SecretsManagerClient : public Aws::Client::AWSClient {
public:
  virtual Model::GetSecretValueOutcome GetSecretValue(const Model::GetSecretValueRequest &request) const;
};

} // namespace Aws::SecretsManager
