using System.Runtime.Serialization;

namespace NetConnect.Sandbox.Seeds;

/// <summary>A VPC of a seed. Ids that are left out are made up.</summary>
[DataContract]
internal sealed class SeedVpc
{
    [DataMember(Name = "region", IsRequired = true)]
    public string Region { get; set; } = "";

    [DataMember(Name = "id")]
    public string? Id { get; set; }

    /// <summary>The Name tag.</summary>
    [DataMember(Name = "name")]
    public string? Name { get; set; }

    /// <summary>The primary block first, then secondary ones; an IPv6 block is one of them.</summary>
    [DataMember(Name = "cidrs", IsRequired = true)]
    public List<string> Cidrs { get; set; } = [];

    [DataMember(Name = "isDefault")]
    public bool IsDefault { get; set; }

    /// <summary>Whether both DNS attributes are on.</summary>
    [DataMember(Name = "dns")]
    public bool Dns { get; set; }

    [DataMember(Name = "tags")]
    public Dictionary<string, string>? Tags { get; set; }

    /// <summary>The first is the main route table.</summary>
    [DataMember(Name = "routeTables")]
    public List<SeedRouteTable>? RouteTables { get; set; }

    [DataMember(Name = "subnets")]
    public List<SeedSubnet>? Subnets { get; set; }
}
