using System.Runtime.Serialization;

namespace NetConnect.Sandbox.Seeds;

/// <summary>A subnet of a seed.</summary>
[DataContract]
internal sealed class SeedSubnet
{
    [DataMember(Name = "id")]
    public string? Id { get; set; }

    [DataMember(Name = "name")]
    public string? Name { get; set; }

    [DataMember(Name = "cidr", IsRequired = true)]
    public string Cidr { get; set; } = "";

    /// <summary>The letter of the Availability Zone.</summary>
    [DataMember(Name = "zone")]
    public string? Zone { get; set; }

    /// <summary>The id of the route table; the main one when left out.</summary>
    [DataMember(Name = "routeTable")]
    public string? RouteTable { get; set; }

    [DataMember(Name = "tags")]
    public Dictionary<string, string>? Tags { get; set; }
}
