using System.Runtime.Serialization;

namespace NetConnect.Sandbox.Seeds;

/// <summary>An account of a seed.</summary>
[DataContract]
internal sealed class SeedAccount
{
    [DataMember(Name = "id", IsRequired = true)]
    public string Id { get; set; } = "";

    [DataMember(Name = "name")]
    public string? Name { get; set; }

    [DataMember(Name = "users")]
    public List<SeedUser>? Users { get; set; }

    [DataMember(Name = "roles")]
    public List<SeedRole>? Roles { get; set; }

    /// <summary>Quotas that differ from the defaults, by their names in camel case (<c>routesPerTable</c>).</summary>
    [DataMember(Name = "quotas")]
    public Dictionary<string, int>? Quotas { get; set; }

    [DataMember(Name = "certificates")]
    public List<SeedCertificate>? Certificates { get; set; }

    [DataMember(Name = "vpcs")]
    public List<SeedVpc>? Vpcs { get; set; }

    [DataMember(Name = "transitGateways")]
    public List<SeedTransitGateway>? TransitGateways { get; set; }
}
