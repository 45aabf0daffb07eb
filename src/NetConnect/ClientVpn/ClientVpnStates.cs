namespace NetConnect.ClientVpn;

/// <summary>The states of endpoints and their parts, as EC2 names them.</summary>
internal static class ClientVpnStates
{
    public const string Associating = "associating";
    public const string Associated = "associated";
    public const string AssociationFailed = "association-failed";
    public const string Disassociating = "disassociating";
    public const string Disassociated = "disassociated";
    public const string Creating = "creating";
    public const string Authorizing = "authorizing";
    public const string Active = "active";
    public const string Failed = "failed";
    public const string Deleting = "deleting";
    public const string Deleted = "deleted";
    public const string Revoking = "revoking";
    public const string Terminating = "terminating";
    public const string Terminated = "terminated";

    /// <summary>Whether an endpoint exists: EC2 goes on showing what was deleted.</summary>
    public static bool IsLive(this ClientVpnEndpoint endpoint) => endpoint.State is not (Deleting or Deleted);

    /// <summary>Whether a subnet is the endpoint's, or is on its way there.</summary>
    public static bool IsLive(this ClientVpnAssociation association) => association.State is Associating or Associated;

    /// <summary>Whether a route is there, or is on its way.</summary>
    public static bool IsLive(this ClientVpnRoute route) => route.State is Creating or Active;

    /// <summary>Whether a rule is there, or is on its way.</summary>
    public static bool IsLive(this ClientVpnRule rule) => rule.State is Authorizing or Active;

    /// <summary>Whether a session still carries traffic. One that AWS failed to end may be ended again.</summary>
    public static bool IsLive(this ClientVpnConnection connection) => connection.State is not (Terminating or Terminated);

    public static NetConnectException Unexpected(string subject, string state, string? message) => new(
        ErrorIds.ClientVpnStateConflict,
        ErrorKind.Conflict,
        $"{subject} is {state}{(message is null ? "" : $": {message.TrimEnd('.')}")}. Look at it with Get-ClientVpn and run the command again.",
        subject);
}
