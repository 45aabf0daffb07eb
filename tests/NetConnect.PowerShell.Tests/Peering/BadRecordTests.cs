using System.Management.Automation;
using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.Peering;

/// <summary>A bad record between two good ones: its error has an id, a category and a way out, and the others go on.</summary>
public sealed class BadRecordTests : IDisposable
{
    private readonly SandboxRunspace _sandbox = new(Seeds.Default((_, partner) =>
    {
        partner["roles"]!.AsArray().Add(Seeds.Role("Guarded", externalId: "right"));
        partner["vpcs"]!.AsArray().Add(Seeds.Vpc("us-east-1", "twin", "10.7.0.0/16"));
        partner["vpcs"]!.AsArray().Add(Seeds.Vpc("us-east-1", "twin", "10.8.0.0/16", id: "vpc-0eeeeeeeeeeeeeee1"));
    }));

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("VpcId = 'vpc-12'", "MalformedId", ErrorCategory.InvalidArgument, "Get- command")]
    [InlineData("VpcId = 'VPC-0A110000000000001'", "MalformedId", ErrorCategory.InvalidArgument, "vpc-0123456789abcdef0")]
    [InlineData("PeerVpcId = 'vpc-0b21'", "MalformedId", ErrorCategory.InvalidArgument, "vpc-0123456789abcdef0")]
    [InlineData("VpcId = 'vpc-0123456789abcdef0'", "VpcNotFound", ErrorCategory.ObjectNotFound, "-Region")]
    [InlineData("VpcId = 'vpc-0b220000000000001'", "VpcNotFound", ErrorCategory.ObjectNotFound, "credentials")]
    [InlineData("PeerVpcId = 'vpc-0b210000000000001'; PeerRegion = 'eu-west-1'", "VpcNotFound", ErrorCategory.ObjectNotFound, "-PeerRegion")]
    [InlineData("PeerVpcId = 'vpc-0b210000000000001'; PeerRoleArn = $null", "VpcNotFound", ErrorCategory.ObjectNotFound, "-PeerRoleArn")]
    [InlineData("VpcId = 'nowhere'", "VpcNotFound", ErrorCategory.ObjectNotFound, "Check the name")]
    [InlineData("PeerVpcId = 'twin'", "AmbiguousName", ErrorCategory.InvalidArgument, "Give the id")]
    [InlineData("PeerVpcId = 'legacy'", "CidrOverlap", ErrorCategory.ResourceExists, "PrivateLink")]
    [InlineData("PeerVpcId = 'shop'; PeerRegion = 'eu-west-1'; PeerRoleArn = $null", "SameVpc", ErrorCategory.InvalidArgument, "-PeerVpcId")]
    [InlineData("PeerRoleArn = 'arn:aws:iam::222222222222:role/None'", "RoleNotAssumable", ErrorCategory.PermissionDenied, "trust policy")]
    [InlineData("PeerRoleArn = 'arn:aws:iam::222222222222:role/Guarded'; PeerExternalId = 'wrong'", "RoleNotAssumable", ErrorCategory.PermissionDenied, "external id")]
    [InlineData("PeerRoleArn = 'arn:aws:iam::222222222222:role/Guarded'", "RoleNotAssumable", ErrorCategory.PermissionDenied, "-ExternalId")]
    [InlineData("ExternalId = 'lonely'", "InvalidParameter", ErrorCategory.InvalidArgument, "-RoleArn")]
    [InlineData("ProfileName = 'no-such-profile'", "ProfileNotFound", ErrorCategory.ObjectNotFound, "no-such-profile")]
    [InlineData("Region = 'eu-nowhere-9'", "CredentialsRejected", ErrorCategory.PermissionDenied, "Region")]
    public void New_VpcPeering_reports_it_and_makes_the_others(string bad, string id, ErrorCategory category, string wayOut)
    {
        Invocation run = _sandbox.Script(
            $$"""
            function New-Row([hashtable] $Change) {
                $row = @{ VpcId = 'shop'; PeerVpcId = 'data' } + $peer
                foreach ($key in $Change.Keys) { if ($null -eq $Change[$key]) { $row.Remove($key) } else { $row[$key] = $Change[$key] } }
                [pscustomobject]$row
            }
            (New-Row @{}), (New-Row @{ {{bad}} }), (New-Row @{ VpcId = 'tools' }) | New-VpcPeering -Route -MainRouteTable
            """);
        Assert.Equal(["vpc-0a110000000000001", "vpc-0a120000000000001"], run.Output.Select(VpcId));
        Assert.Null(run.Failure);
        ErrorRecord error = Assert.Single(run.Errors);
        Assert.Equal($"{id},NetConnect.PowerShell.NewVpcPeeringCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Contains(wayOut, error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, _sandbox.Writes.Count(call => call.Action == "CreateVpcPeeringConnection"));

        static string VpcId(dynamic peering) => peering.VpcId;
    }

    [Fact]
    public void The_target_of_an_error_is_the_resource_and_AWS_s_own_words_stay_inside()
    {
        ErrorRecord overlap = _sandbox.Script("New-VpcPeering shop legacy @peer").Errors[0];
        Assert.Equal("vpc-0a110000000000001", overlap.TargetObject);
        ErrorRecord notAssumable = _sandbox.Script("New-VpcPeering shop data -PeerRoleArn arn:aws:iam::222222222222:role/None -PeerRegion us-east-1").Errors[0];
        Assert.Equal("arn:aws:iam::222222222222:role/None", notAssumable.TargetObject);
        Assert.Contains("not authorized to perform: sts:AssumeRole", $"{notAssumable.Exception.InnerException?.Message}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("New-VpcPeering shop data @peer -Route -ExcludeCidr 10.1.0.0/40", "MalformedCidr")]
    [InlineData("New-VpcPeering shop data @peer -Route -ExcludeCidr here", "MalformedCidr")]
    [InlineData("New-VpcPeering shop data @peer -Route -RouteTableId table", "MalformedId")]
    [InlineData("New-VpcPeering shop data @peer -Route -SubnetId subnet-1", "MalformedId")]
    [InlineData("New-VpcPeering shop data @peer -Route -RouteTableId rtb-0123456789abcdef0", "RouteTableNotFound")]
    [InlineData("New-VpcPeering shop data @peer -Route -SubnetId subnet-0123456789abcdef0", "SubnetNotFound")]
    [InlineData("New-VpcPeering shop backup -PeerRegion us-east-1 -DnsResolution Both", "DnsAttributesMissing")]
    [InlineData("New-VpcPeering shop vpc-0b210000000000001 -PeerOwnerId 222222222222 -PeerRegion us-east-1 -Region us-east-1", "VpcNotFound")]
    [InlineData("New-VpcPeering shop data -PeerProfileName x -PeerSession (New-NetConnectSession)", "InvalidParameter")]
    public void What_can_never_work_is_found_before_anything_is_written(string command, string id)
    {
        Assert.Equal([id], _sandbox.Script(command).ErrorIds);
        Assert.Empty(_sandbox.Writes);
    }
}
