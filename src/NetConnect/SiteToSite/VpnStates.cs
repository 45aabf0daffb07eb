namespace NetConnect.SiteToSite;

/// <summary>The states of VPN connections and gateways, as EC2 names them.</summary>
internal static class VpnStates
{
    public const string Pending = "pending";
    public const string Available = "available";
    public const string Modifying = "modifying";
    public const string Deleting = "deleting";
    public const string Deleted = "deleted";
    public const string Attaching = "attaching";
    public const string Attached = "attached";
    public const string Detaching = "detaching";
    public const string Detached = "detached";

    /// <summary>Whether it exists: EC2 goes on showing what was deleted.</summary>
    public static bool IsLive(string state) => state is not (Deleting or Deleted);

    public static NetConnectException Unexpected(string id, string state) => new(
        ErrorIds.VpnStateConflict, ErrorKind.Conflict, $"{id} is {state}, which does not allow this. Look at it with Get-SiteToSiteVpn and run the command again.", id);
}
