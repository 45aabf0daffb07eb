using System.Runtime.Serialization;

namespace NetConnect.Sandbox.Seeds;

/// <summary>A transit gateway of a seed. Ids that are left out are made up.</summary>
[DataContract]
internal sealed class SeedTransitGateway
{
    [DataMember(Name = "region", IsRequired = true)]
    public string Region { get; set; } = "";

    [DataMember(Name = "id")]
    public string? Id { get; set; }

    /// <summary>The Name tag.</summary>
    [DataMember(Name = "name")]
    public string? Name { get; set; }

    [DataMember(Name = "amazonSideAsn")]
    public long? AmazonSideAsn { get; set; }

    /// <summary>Whether new attachments are left to be associated and propagated by hand.</summary>
    [DataMember(Name = "noDefaultTables")]
    public bool NoDefaultTables { get; set; }

    /// <summary>The first is the default one, unless there is none.</summary>
    [DataMember(Name = "routeTables")]
    public List<SeedRouteTable>? RouteTables { get; set; }

    /// <summary>The blocks of the gateway's own interfaces.</summary>
    [DataMember(Name = "cidrs")]
    public List<string>? Cidrs { get; set; }

    /// <summary>The accounts that may attach Client VPN endpoints.</summary>
    [DataMember(Name = "sharedWith")]
    public List<string>? SharedWith { get; set; }

    /// <summary>Whether it accepts what those accounts attach by itself.</summary>
    [DataMember(Name = "autoAccept")]
    public bool AutoAccept { get; set; }

    /// <summary>The VPCs that are attached.</summary>
    [DataMember(Name = "vpcs")]
    public List<SeedTransitGatewayVpc>? Vpcs { get; set; }
}
