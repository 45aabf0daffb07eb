using System.Runtime.Serialization;

namespace NetConnect.Sandbox.Seeds;

/// <summary>A VPC of a seed that is attached to a transit gateway, by its first subnet.</summary>
[DataContract]
internal sealed class SeedTransitGatewayVpc
{
    [DataMember(Name = "id", IsRequired = true)]
    public string Id { get; set; } = "";

    /// <summary>The destinations that its main route table sends to the transit gateway.</summary>
    [DataMember(Name = "routes")]
    public List<string>? Routes { get; set; }
}
