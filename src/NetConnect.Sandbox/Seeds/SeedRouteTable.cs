using System.Runtime.Serialization;

namespace NetConnect.Sandbox.Seeds;

/// <summary>A route table of a seed.</summary>
[DataContract]
internal sealed class SeedRouteTable
{
    [DataMember(Name = "id")]
    public string? Id { get; set; }

    [DataMember(Name = "name")]
    public string? Name { get; set; }

    [DataMember(Name = "tags")]
    public Dictionary<string, string>? Tags { get; set; }
}
