namespace NetConnect;

/// <summary>One account in one Region, seen through one set of credentials. NetConnect.Aws implements it; engine tests script it.</summary>
public interface INetworkConnection
{
    /// <summary>The Region of every call.</summary>
    string Region { get; }

    /// <summary>VPCs, their routes and their peerings.</summary>
    IVpcApi Vpcs { get; }

    /// <summary>Site-to-site VPNs and their gateways.</summary>
    IVpnApi Vpns { get; }

    /// <summary>Client VPN endpoints.</summary>
    IClientVpnApi ClientVpns { get; }

    /// <summary>Certificates in ACM.</summary>
    ICertificateStore Certificates { get; }

    /// <summary>Transit gateways, their attachments and their route tables.</summary>
    ITransitGatewayApi TransitGateways { get; }

    /// <summary>Asks STS whose credentials these are.</summary>
    Task<CallerIdentity> GetCallerIdentityAsync(CancellationToken cancellationToken);

    /// <summary>When the present credentials expire (UTC); null where they do not expire.</summary>
    Task<DateTime?> GetExpirationAsync(CancellationToken cancellationToken);
}
