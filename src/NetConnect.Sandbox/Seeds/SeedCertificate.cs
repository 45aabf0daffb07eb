using System.Runtime.Serialization;

namespace NetConnect.Sandbox.Seeds;

/// <summary>A certificate that ACM holds from the beginning. It needs no key: nothing here asks ACM for one.</summary>
[DataContract]
internal sealed class SeedCertificate
{
    [DataMember(Name = "region", IsRequired = true)]
    public string Region { get; set; } = "";

    /// <summary>The last part of its ARN.</summary>
    [DataMember(Name = "id", IsRequired = true)]
    public string Id { get; set; } = "";

    /// <summary>The DER form as base64: a PEM file without its first and last line, and without line ends.</summary>
    [DataMember(Name = "certificate", IsRequired = true)]
    public string Certificate { get; set; } = "";
}
