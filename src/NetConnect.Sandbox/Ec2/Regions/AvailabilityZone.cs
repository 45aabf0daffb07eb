namespace NetConnect.Sandbox.Ec2.Regions;

/// <summary>An Availability Zone of a Region.</summary>
internal sealed class AvailabilityZone(string region, string name, string id)
{
    public string Region => region;

    public string Name => name;

    public string Id => id;
}
