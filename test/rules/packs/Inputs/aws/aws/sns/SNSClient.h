// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of the AWS SDK for C++ 1.11; not the library.
#pragma once

#include <aws/core/client/AWSClient.h>

namespace Aws::SNS {

namespace Model {
class PublishRequest;
class PublishResult;
using PublishOutcome = Aws::Outcome<PublishResult>;
} // namespace Model

class SNSClient : public Aws::Client::AWSClient {
public:
  virtual Model::PublishOutcome Publish(const Model::PublishRequest &request) const;
};

} // namespace Aws::SNS
