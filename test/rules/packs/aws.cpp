// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack aws %s -I%S/Inputs/aws
// Verified against: a stub of the AWS SDK for C++ 1.11
#include <aws/dynamodb/DynamoDBClient.h>
#include <aws/kinesis/KinesisClient.h>
#include <aws/kms/KMSClient.h>
#include <aws/lambda/LambdaClient.h>
#include <aws/s3/S3Client.h>
#include <aws/secretsmanager/SecretsManagerClient.h>
#include <aws/sns/SNSClient.h>
#include <aws/sqs/SQSClient.h>
#include <aws/sts/STSClient.h>
#include <aws/transfer/TransferManager.h>
