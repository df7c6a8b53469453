// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of the AWS SDK for C++ 1.11; not the library.
#pragma once

#include <aws/core/client/AWSClient.h>

namespace Aws::KMS {

namespace Model {
class DecryptRequest;
class DecryptResult;
using DecryptOutcome = Aws::Outcome<DecryptResult>;
} // namespace Model

class KMSClient : public Aws::Client::AWSClient {
public:
  virtual Model::DecryptOutcome Decrypt(const Model::DecryptRequest &request) const;
};

} // namespace Aws::KMS
