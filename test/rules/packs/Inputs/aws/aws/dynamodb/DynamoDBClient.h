// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of the AWS SDK for C++ 1.11; not the library.
#pragma once

#include <aws/core/client/AWSClient.h>

namespace Aws::DynamoDB {

namespace Model {
class GetItemRequest;
class GetItemResult;
using GetItemOutcome = Aws::Outcome<GetItemResult>;
class PutItemRequest;
class PutItemResult;
using PutItemOutcome = Aws::Outcome<PutItemResult>;
class UpdateItemRequest;
class UpdateItemResult;
using UpdateItemOutcome = Aws::Outcome<UpdateItemResult>;
class DeleteItemRequest;
class DeleteItemResult;
using DeleteItemOutcome = Aws::Outcome<DeleteItemResult>;
class QueryRequest;
class QueryResult;
using QueryOutcome = Aws::Outcome<QueryResult>;
class ScanRequest;
class ScanResult;
using ScanOutcome = Aws::Outcome<ScanResult>;
class BatchGetItemRequest;
class BatchGetItemResult;
using BatchGetItemOutcome = Aws::Outcome<BatchGetItemResult>;
class BatchWriteItemRequest;
class BatchWriteItemResult;
using BatchWriteItemOutcome = Aws::Outcome<BatchWriteItemResult>;
} // namespace Model

class DynamoDBClient : public Aws::Client::AWSClient {
public:
  virtual Model::GetItemOutcome GetItem(const Model::GetItemRequest &request) const;
  virtual Model::PutItemOutcome PutItem(const Model::PutItemRequest &request) const;
  virtual Model::UpdateItemOutcome UpdateItem(const Model::UpdateItemRequest &request) const;
  virtual Model::DeleteItemOutcome DeleteItem(const Model::DeleteItemRequest &request) const;
  virtual Model::QueryOutcome Query(const Model::QueryRequest &request) const;
  virtual Model::ScanOutcome Scan(const Model::ScanRequest &request) const;
  virtual Model::BatchGetItemOutcome BatchGetItem(const Model::BatchGetItemRequest &request) const;
  virtual Model::BatchWriteItemOutcome BatchWriteItem(const Model::BatchWriteItemRequest &request) const;
};

} // namespace Aws::DynamoDB
