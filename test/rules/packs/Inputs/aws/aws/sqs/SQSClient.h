// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of the AWS SDK for C++ 1.11; not the library.
#pragma once

#include <aws/core/client/AWSClient.h>

namespace Aws::SQS {

namespace Model {
class SendMessageRequest;
class SendMessageResult;
using SendMessageOutcome = Aws::Outcome<SendMessageResult>;
class SendMessageBatchRequest;
class SendMessageBatchResult;
using SendMessageBatchOutcome = Aws::Outcome<SendMessageBatchResult>;
class ReceiveMessageRequest;
class ReceiveMessageResult;
using ReceiveMessageOutcome = Aws::Outcome<ReceiveMessageResult>;
class DeleteMessageRequest;
class DeleteMessageResult;
using DeleteMessageOutcome = Aws::Outcome<DeleteMessageResult>;
} // namespace Model

class SQSClient : public Aws::Client::AWSClient {
public:
  virtual Model::SendMessageOutcome SendMessage(const Model::SendMessageRequest &request) const;
  virtual Model::SendMessageBatchOutcome SendMessageBatch(const Model::SendMessageBatchRequest &request) const;
  virtual Model::ReceiveMessageOutcome ReceiveMessage(const Model::ReceiveMessageRequest &request) const;
  virtual Model::DeleteMessageOutcome DeleteMessage(const Model::DeleteMessageRequest &request) const;
};

} // namespace Aws::SQS
