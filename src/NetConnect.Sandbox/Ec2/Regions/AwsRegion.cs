namespace NetConnect.Sandbox.Ec2.Regions;

/// <summary>A Region, and whether the sandbox's accounts have it (AWS Account Management Guide, "AWS Regions").</summary>
internal sealed class AwsRegion(string name, string zonePrefix, bool enabled = true)
{
    private static readonly AwsRegion[] s_all =
    [
        new("ap-northeast-1", "apne1"), new("ap-northeast-2", "apne2"), new("ap-northeast-3", "apne3"), new("ap-south-1", "aps1"),
        new("ap-southeast-1", "apse1"), new("ap-southeast-2", "apse2"), new("ca-central-1", "cac1"), new("eu-central-1", "euc1"),
        new("eu-north-1", "eun1"), new("eu-west-1", "euw1"), new("eu-west-2", "euw2"), new("eu-west-3", "euw3"), new("sa-east-1", "sae1"),
        new("us-east-1", "use1"), new("us-east-2", "use2"), new("us-west-1", "usw1"), new("us-west-2", "usw2"),
        new("af-south-1", "afs1", false), new("ap-east-1", "ape1", false), new("eu-south-1", "eus1", false),
        new("me-south-1", "mes1", false),
    ];

    public static IReadOnlyList<AwsRegion> All => s_all;

    public string Name => name;

    /// <summary>False for Regions that an account must opt in to first.</summary>
    public bool Enabled => enabled;

    public string OptInStatus => !enabled ? "not-opted-in" : "opt-in-not-required";

    /// <summary>The Availability Zones, each with the id that is the same in every account.</summary>
    public IEnumerable<AvailabilityZone> Zones =>
        "abc".Select((letter, index) => new AvailabilityZone(name, name + letter, $"{zonePrefix}-az{index + 1}"));

    public static bool IsEnabled(string name) => Array.Exists(s_all, region => region.Name == name && region.Enabled);

    public static AwsRegion? Find(string name) => Array.Find(s_all, region => region.Name == name);

    public static IEnumerable<AvailabilityZone> ZonesOf(string name) => Find(name)?.Zones ?? [];
}
