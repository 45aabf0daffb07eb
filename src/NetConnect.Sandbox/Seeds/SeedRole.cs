using System.Runtime.Serialization;

namespace NetConnect.Sandbox.Seeds;

/// <summary>An IAM role of a seed.</summary>
[DataContract]
internal sealed class SeedRole
{
    [DataMember(Name = "name", IsRequired = true)]
    public string Name { get; set; } = "";

    /// <summary>Account numbers, ARNs or <c>*</c>.</summary>
    [DataMember(Name = "trust")]
    public List<string>? Trust { get; set; }

    /// <summary>Issuers of web identity tokens, without <c>https://</c>.</summary>
    [DataMember(Name = "webIdentity")]
    public List<string>? WebIdentity { get; set; }

    [DataMember(Name = "externalId")]
    public string? ExternalId { get; set; }

    [DataMember(Name = "mfaSerial")]
    public string? MfaSerial { get; set; }

    [DataMember(Name = "mfaTokenCode")]
    public string? MfaTokenCode { get; set; }

    [DataMember(Name = "maxSessionSeconds")]
    public int? MaxSessionSeconds { get; set; }

    [DataMember(Name = "deny")]
    public List<string>? Deny { get; set; }
}
