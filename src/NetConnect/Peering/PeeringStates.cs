namespace NetConnect.Peering;

/// <summary>The states of a VPC peering, as EC2 names them (VPC Peering Guide, "VPC peering connection lifecycle").</summary>
internal static class PeeringStates
{
    public const string Initiating = "initiating-request";
    public const string PendingAcceptance = "pending-acceptance";
    public const string Provisioning = "provisioning";
    public const string Active = "active";
    public const string Deleting = "deleting";
    public const string Deleted = "deleted";
    public const string Rejected = "rejected";
    public const string Expired = "expired";

    private static readonly string[] s_live = [Initiating, PendingAcceptance, Provisioning, Active];

    /// <summary>Whether the peering exists or can still come to exist. Describe shows dead ones for hours or days.</summary>
    public static bool IsLive(this VpcPeering peering) => s_live.Contains(peering.Status);

    /// <summary>The error for a peering that ended where it should have gone on.</summary>
    public static NetConnectException Ended(VpcPeering peering)
    {
        string id = peering.VpcPeeringConnectionId;
        return peering.Status switch
        {
            Rejected => new(ErrorIds.PeeringRejected, ErrorKind.Conflict, $"{id} was rejected by the owner of {peering.Accepter}. Request it again with New-VpcPeering once they agree.", id),
            Expired => new(ErrorIds.PeeringExpired, ErrorKind.Conflict, $"{id} expired: nobody accepted it within seven days. Request it again with New-VpcPeering.", id),
            "failed" => new(ErrorIds.PeeringFailed, ErrorKind.Conflict, $"{id} failed: {peering.StatusMessage}. Mend the cause and run New-VpcPeering again.", id),
            _ => new(ErrorIds.PeeringStateConflict, ErrorKind.Conflict, $"{id} is {peering.Status}, which does not allow this.", id),
        };
    }
}
