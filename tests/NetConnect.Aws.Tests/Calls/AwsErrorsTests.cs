using System.Net;
using Amazon.EC2;
using Amazon.Runtime;
using Amazon.SecurityToken;
using NetConnect.Aws.Calls;

namespace NetConnect.Aws.Tests.Calls;

public sealed class AwsErrorsTests
{
    [Theory]
    [InlineData("SignatureDoesNotMatch", "Signature expired: 20260101T000000Z is now earlier than 20260101T010000Z", ErrorIds.ClockSkewed)]
    [InlineData("SignatureDoesNotMatch", "Signature not yet current: 20260101T020000Z", ErrorIds.ClockSkewed)]
    [InlineData("SignatureDoesNotMatch", "The request signature we calculated does not match", ErrorIds.CredentialsRejected)]
    [InlineData("InvalidSecurity.RequestHasExpired", "The difference is too great", ErrorIds.ClockSkewed)]
    [InlineData("RequestTimeTooSkewed", "The difference is too great", ErrorIds.ClockSkewed)]
    [InlineData("RequestInTheFuture", "too far", ErrorIds.ClockSkewed)]
    [InlineData("RequestExpired", "Request has expired.", ErrorIds.CredentialsExpired)]
    [InlineData("ExpiredToken", "The security token included in the request is expired", ErrorIds.CredentialsExpired)]
    [InlineData("ExpiredTokenException", "Token expired", ErrorIds.CredentialsExpired)]
    [InlineData("AuthFailure", "AWS was not able to validate the provided access credentials", ErrorIds.CredentialsRejected)]
    [InlineData("InvalidClientTokenId", "The security token included in the request is invalid.", ErrorIds.CredentialsRejected)]
    [InlineData("UnrecognizedClientException", "invalid", ErrorIds.CredentialsRejected)]
    [InlineData("IncompleteSignature", "incomplete", ErrorIds.CredentialsRejected)]
    [InlineData("MissingAuthenticationToken", "missing", ErrorIds.CredentialsRejected)]
    [InlineData("OptInRequired", "You are not subscribed to this service", ErrorIds.CredentialsRejected)]
    [InlineData("UnauthorizedOperation", "You are not authorized to perform this operation.", ErrorIds.NotAuthorized)]
    [InlineData("AccessDenied", "denied", ErrorIds.NotAuthorized)]
    [InlineData("AccessDeniedException", "denied", ErrorIds.NotAuthorized)]
    [InlineData("InvalidVpcID.Malformed", "Invalid id: \"vpc\"", ErrorIds.MalformedId)]
    [InlineData("InvalidVpcPeeringConnectionId.Malformed", "Invalid id: \"pcx\"", ErrorIds.MalformedId)]
    [InlineData("InvalidRouteTableId.Malformed", "Invalid id: \"rtb\"", ErrorIds.MalformedId)]
    [InlineData("InvalidSubnetID.Malformed", "Invalid id: \"subnet\"", ErrorIds.MalformedId)]
    [InlineData("InvalidVpcID.NotFound", "The vpc ID 'vpc-1' does not exist", ErrorIds.VpcNotFound)]
    [InlineData("InvalidSubnetID.NotFound", "The subnet ID 'subnet-1' does not exist", ErrorIds.SubnetNotFound)]
    [InlineData("InvalidRouteTableID.NotFound", "The routeTable ID 'rtb-1' does not exist", ErrorIds.RouteTableNotFound)]
    [InlineData("InvalidTransitGatewayID.Malformed", "Invalid id: \"tgw\"", ErrorIds.MalformedId)]
    [InlineData("InvalidTransitGatewayAttachmentID.Malformed", "Invalid id: \"tgw-attach\"", ErrorIds.MalformedId)]
    [InlineData("InvalidTransitGatewayID.NotFound", "The transitGateway ID 'tgw-1' does not exist", ErrorIds.TransitGatewayNotFound)]
    [InlineData("InvalidVpcPeeringConnectionID.NotFound", "The vpcPeeringConnection ID 'pcx-1' does not exist", ErrorIds.PeeringNotFound)]
    [InlineData("InvalidVpcPeeringConnectionId.NotFound", "The vpcPeeringConnection ID 'pcx-1' does not exist", ErrorIds.PeeringNotFound)]
    [InlineData("RouteAlreadyExists", "The route identified by 10.2.0.0/16 already exists.", ErrorIds.RouteConflict)]
    [InlineData("RouteLimitExceeded", "The maximum number of routes has been reached.", ErrorIds.RouteLimitExceeded)]
    [InlineData("InvalidParameterValue", "The block is equal to or more specific than one of this VPC's CIDR blocks.", ErrorIds.RouteNotAllowed)]
    [InlineData("InvalidParameterValue", "Value (x) for parameter filter is invalid.", ErrorIds.RequestRefused)]
    [InlineData("InvalidStateTransition", "Invalid state transition for pcx-1", ErrorIds.PeeringStateConflict)]
    [InlineData("InvalidVpcPeeringConnectionState.DnsHostnamesDisabled", "DNS hostnames are disabled", ErrorIds.DnsAttributesMissing)]
    [InlineData("OperationNotPermitted", "User 111111111111 cannot accept peering pcx-1", ErrorIds.NotPeeringOwner)]
    [InlineData("OperationNotPermitted", "User 111111111111 cannot reject peering pcx-1", ErrorIds.NotPeeringOwner)]
    [InlineData("OperationNotPermitted", "Incorrect region ( eu-west-1 ) specified for this request.", ErrorIds.NotPeeringOwner)]
    [InlineData("OperationNotPermitted", "The peering connection pcx-1 is not active", ErrorIds.PeeringStateConflict)]
    [InlineData("OperationNotPermitted", "The instance may not be terminated", ErrorIds.RequestRefused)]
    [InlineData("VpcPeeringConnectionAlreadyExists", "exists", ErrorIds.PeeringStateConflict)]
    [InlineData("OutstandingVpcPeeringConnectionLimitExceeded", "limit", ErrorIds.PeeringLimitExceeded)]
    [InlineData("PendingVpcPeeringConnectionLimitExceeded", "limit", ErrorIds.PeeringLimitExceeded)]
    [InlineData("VpcPeeringConnectionsPerVpcLimitExceeded", "limit", ErrorIds.PeeringLimitExceeded)]
    [InlineData("ActiveVpcPeeringConnectionPerVpcLimitExceeded", "limit", ErrorIds.PeeringLimitExceeded)]
    public void Each_code_has_its_id(string code, string message, string errorId) =>
        Assert.Equal(errorId, AwsErrors.Translate("Action", Answer(code, message), null).ErrorId);

    [Theory]
    [InlineData("InvalidNatGatewayID.NotFound", ErrorKind.NotFound)]
    [InlineData("VpcLimitExceeded", ErrorKind.Limit)]
    [InlineData("InvalidNatGatewayID.Malformed", ErrorKind.InvalidInput)]
    [InlineData("InvalidParameterCombination", ErrorKind.InvalidInput)]
    [InlineData("DependencyViolation", ErrorKind.Conflict)]
    public void A_code_without_a_row_keeps_its_name_and_says_its_kind_by_its_form(string code, ErrorKind kind)
    {
        NetConnectException error = AwsErrors.Translate("Action", Answer(code, "said"), null);
        Assert.Equal((ErrorIds.RequestRefused, kind), (error.ErrorId, error.Kind));
        Assert.Contains(code, error.Message);
    }

    [Fact]
    public void A_missing_permission_is_named_as_policies_write_it()
    {
        Assert.Contains("ec2:CreateRoute", AwsErrors.Translate("CreateRoute", Answer("UnauthorizedOperation", "no"), null).Message);
        var fromSts = new AmazonSecurityTokenServiceException("no", ErrorType.Sender, "AccessDenied", "r", HttpStatusCode.Forbidden);
        Assert.Contains("sts:AssumeRole", AwsErrors.Translate("AssumeRole", fromSts, null).Message);
    }

    [Fact]
    public void The_encoded_part_of_a_denial_stays_out_of_the_message()
    {
        NetConnectException error = AwsErrors.Translate(
            "CreateRoute", Answer("UnauthorizedOperation", "You are not authorized. Encoded authorization failure message: AbC123"), null);
        Assert.DoesNotContain("AbC123", error.Message);
        Assert.Contains("AbC123", error.InnerException!.Message);
    }

    [Fact]
    public void The_error_keeps_what_it_is_about_and_what_AWS_said()
    {
        AmazonEC2Exception answer = Answer("InvalidVpcID.NotFound", "The vpc ID 'vpc-1' does not exist");
        NetConnectException error = AwsErrors.Translate("DescribeVpcs", answer, "vpc-1");
        Assert.Equal(("vpc-1", answer), (error.Target, error.InnerException));
        Assert.StartsWith("The vpc ID 'vpc-1' does not exist. (DescribeVpcs: InvalidVpcID.NotFound) ", error.Message);
    }

    private static AmazonEC2Exception Answer(string code, string message) => new(message, ErrorType.Sender, code, "r", HttpStatusCode.BadRequest);
}
