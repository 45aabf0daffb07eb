using NetConnect.Tests.Peering.Fakes;

namespace NetConnect.Tests.ClientVpn.Fakes;

/// <summary>An account and Region with one Client VPN endpoint.</summary>
internal sealed class FakeConnection : INetworkConnection
{
    public FakeClientVpns Endpoint { get; } = new();

    public FakeCertificates Store { get; } = new();

    public FakeEc2 Ec2 { get; } = new();

    public string Region => "eu-west-1";

    public IVpcApi Vpcs => Ec2.Api("111111111111", Region);

    public IClientVpnApi ClientVpns => Endpoint;

    public IVpnApi Vpns => throw new NotSupportedException();

    public ICertificateStore Certificates => Store;

    public ITransitGatewayApi TransitGateways => throw new NotSupportedException();

    public Task<CallerIdentity> GetCallerIdentityAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<DateTime?> GetExpirationAsync(CancellationToken cancellationToken) => Task.FromResult<DateTime?>(null);
}
