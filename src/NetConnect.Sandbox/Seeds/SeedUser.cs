using System.Runtime.Serialization;

namespace NetConnect.Sandbox.Seeds;

/// <summary>An IAM user of a seed, with its access key.</summary>
[DataContract]
internal sealed class SeedUser
{
    [DataMember(Name = "name", IsRequired = true)]
    public string Name { get; set; } = "";

    [DataMember(Name = "accessKeyId", IsRequired = true)]
    public string AccessKeyId { get; set; } = "";

    [DataMember(Name = "secretAccessKey", IsRequired = true)]
    public string SecretAccessKey { get; set; } = "";

    /// <summary>The actions that the user may not call (<c>ec2:Delete*</c>).</summary>
    [DataMember(Name = "deny")]
    public List<string>? Deny { get; set; }
}
