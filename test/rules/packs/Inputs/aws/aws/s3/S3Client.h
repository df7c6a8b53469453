// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of the AWS SDK for C++ 1.11; not the library.
#pragma once

#include <aws/core/client/AWSClient.h>

namespace Aws::S3 {

namespace Model {
class GetObjectRequest;
class GetObjectResult;
using GetObjectOutcome = Aws::Outcome<GetObjectResult>;
class PutObjectRequest;
class PutObjectResult;
using PutObjectOutcome = Aws::Outcome<PutObjectResult>;
class HeadObjectRequest;
class HeadObjectResult;
using HeadObjectOutcome = Aws::Outcome<HeadObjectResult>;
class DeleteObjectRequest;
class DeleteObjectResult;
using DeleteObjectOutcome = Aws::Outcome<DeleteObjectResult>;
class DeleteObjectsRequest;
class DeleteObjectsResult;
using DeleteObjectsOutcome = Aws::Outcome<DeleteObjectsResult>;
class CopyObjectRequest;
class CopyObjectResult;
using CopyObjectOutcome = Aws::Outcome<CopyObjectResult>;
class ListObjectsRequest;
class ListObjectsResult;
using ListObjectsOutcome = Aws::Outcome<ListObjectsResult>;
class ListObjectsV2Request;
class ListObjectsV2Result;
using ListObjectsV2Outcome = Aws::Outcome<ListObjectsV2Result>;
class ListBucketsRequest;
class ListBucketsResult;
using ListBucketsOutcome = Aws::Outcome<ListBucketsResult>;
class HeadBucketRequest;
class HeadBucketResult;
using HeadBucketOutcome = Aws::Outcome<HeadBucketResult>;
class CreateBucketRequest;
class CreateBucketResult;
using CreateBucketOutcome = Aws::Outcome<CreateBucketResult>;
class CreateMultipartUploadRequest;
class CreateMultipartUploadResult;
using CreateMultipartUploadOutcome = Aws::Outcome<CreateMultipartUploadResult>;
class UploadPartRequest;
class UploadPartResult;
using UploadPartOutcome = Aws::Outcome<UploadPartResult>;
class CompleteMultipartUploadRequest;
class CompleteMultipartUploadResult;
using CompleteMultipartUploadOutcome = Aws::Outcome<CompleteMultipartUploadResult>;
} // namespace Model

class S3Client : public Aws::Client::AWSClient {
public:
  virtual Model::GetObjectOutcome GetObject(const Model::GetObjectRequest &request) const;
  virtual Model::PutObjectOutcome PutObject(const Model::PutObjectRequest &request) const;
  virtual Model::HeadObjectOutcome HeadObject(const Model::HeadObjectRequest &request) const;
  virtual Model::DeleteObjectOutcome DeleteObject(const Model::DeleteObjectRequest &request) const;
  virtual Model::DeleteObjectsOutcome DeleteObjects(const Model::DeleteObjectsRequest &request) const;
  virtual Model::CopyObjectOutcome CopyObject(const Model::CopyObjectRequest &request) const;
  virtual Model::ListObjectsOutcome ListObjects(const Model::ListObjectsRequest &request) const;
  virtual Model::ListObjectsV2Outcome ListObjectsV2(const Model::ListObjectsV2Request &request) const;
  virtual Model::ListBucketsOutcome ListBuckets(const Model::ListBucketsRequest &request) const;
  virtual Model::HeadBucketOutcome HeadBucket(const Model::HeadBucketRequest &request) const;
  virtual Model::CreateBucketOutcome CreateBucket(const Model::CreateBucketRequest &request) const;
  virtual Model::CreateMultipartUploadOutcome CreateMultipartUpload(const Model::CreateMultipartUploadRequest &request) const;
  virtual Model::UploadPartOutcome UploadPart(const Model::UploadPartRequest &request) const;
  virtual Model::CompleteMultipartUploadOutcome CompleteMultipartUpload(const Model::CompleteMultipartUploadRequest &request) const;
};

} // namespace Aws::S3
