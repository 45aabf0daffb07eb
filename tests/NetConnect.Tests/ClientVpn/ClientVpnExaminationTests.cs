using NetConnect.Certificates;
using NetConnect.ClientVpn;
using NetConnect.Tests.ClientVpn.Fakes;

namespace NetConnect.Tests.ClientVpn;

/// <summary>What an examination reads; what it concludes is in <see cref="ClientVpnDoctorTests"/>.</summary>
public sealed class ClientVpnExaminationTests
{
    private const string Arn = "arn:aws:acm:eu-west-1:111111111111:certificate/a";

    private readonly VirtualClock _clock = new();
    private readonly FakeConnection _connection = new();

    public ClientVpnExaminationTests()
    {
        _connection.Ec2.AddVpc("vpc-0000000a", "111111111111", "eu-west-1", "10.1.0.0/16");
        _connection.Store.All.Add(new StoredCertificate { CertificateArn = Arn, NotAfter = _clock.UtcNow.AddYears(1) });
        _connection.Endpoint.Endpoint = _connection.Endpoint.Endpoint with
        {
            VpcId = "vpc-0000000a",
            SplitTunnel = true,
            ServerCertificateArn = Arn,
            Authentication = [new() { Type = ClientVpnAuthentication.Certificate, ClientRootCertificateChainArn = Arn }],
            Associations = [new() { SubnetId = "subnet-0000000a", State = "associated" }],
            Routes = [new() { DestinationCidrBlock = "10.1.0.0/16", TargetSubnetId = "subnet-0000000a", State = "active", Origin = "associate" }],
            AuthorizationRules = [new() { DestinationCidrBlock = "10.1.0.0/16", State = "active" }],
        };
    }

    [Fact]
    public async Task What_is_well_is_read_once_and_nothing_is_found()
    {
        Assert.Equal("", await ExamineAsync());
        Assert.Equal(["FindEndpoint", "FindRevocationList", "ListAssociations", "ListRoutes", "ListRules"], _connection.Endpoint.Calls.Order());
        Assert.Equal("ListRouteTables 1, ListSecurityGroups 1, ListSubnets 1", _connection.Ec2.Counts);
    }

    [Fact]
    public async Task What_may_not_be_read_is_told_and_the_rest_is_examined()
    {
        _connection.Store.IsForbidden = true;
        _connection.Endpoint.Endpoint = _connection.Endpoint.Endpoint with { AuthorizationRules = [] };
        Assert.Equal("NoRules, NotExamined", await ExamineAsync());
    }

    [Fact]
    public async Task A_list_that_nobody_can_read_is_told()
    {
        _connection.Endpoint.RevocationList = "-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n";
        Assert.Equal("NotExamined", await ExamineAsync());
    }

    [Fact]
    public async Task Where_nobody_has_a_certificate_no_list_is_read()
    {
        _connection.Endpoint.Endpoint = _connection.Endpoint.Endpoint with { Authentication = [new() { Type = ClientVpnAuthentication.Directory, DirectoryId = "d-1" }] };
        Assert.Equal("", await ExamineAsync());
        Assert.DoesNotContain("FindRevocationList", _connection.Endpoint.Calls);
    }

    private async Task<string> ExamineAsync() => string.Join(", ", (await new ClientVpnDoctor(_connection, CertificateIssuer.Instance, _clock)
        .ExamineAsync(FakeClientVpns.Id, null, CancellationToken.None)).Findings.Select(finding => finding.Code).Order());
}
