namespace NetConnect.Aws;

/// <summary>Opens sessions: the one way from a request to AWS.</summary>
public static class AwsSessions
{
    /// <summary>The codes of the Regions.</summary>
    public static IEnumerable<string> RegionNames => Amazon.RegionEndpoint.EnumerableAllRegions.Select(region => region.SystemName);

    /// <summary>The names of the profiles in the shared files.</summary>
    public static IEnumerable<string> ProfileNames() =>
        new Amazon.Runtime.CredentialManagement.CredentialProfileStoreChain().ListProfiles().Select(profile => profile.Name);

    /// <summary>Opens a session.</summary>
    public static NetConnectSession Open(SessionRequest request) => throw new NotImplementedException();
}
