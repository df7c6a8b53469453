// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of the AWS SDK for C++ 1.11; not the library.
#pragma once

#include <aws/core/client/AWSClient.h>

namespace Aws::Kinesis {

namespace Model {
class PutRecordsRequest;
class PutRecordsResult;
using PutRecordsOutcome = Aws::Outcome<PutRecordsResult>;
} // namespace Model

class KinesisClient : public Aws::Client::AWSClient {
public:
  virtual Model::PutRecordsOutcome PutRecords(const Model::PutRecordsRequest &request) const;
};

} // namespace Aws::Kinesis
