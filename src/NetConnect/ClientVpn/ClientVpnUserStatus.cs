namespace NetConnect;

/// <summary>Whether a person's certificate opens doors.</summary>
public enum ClientVpnUserStatus
{
    /// <summary>It does.</summary>
    Valid,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It was revoked.</summary>
    Revoked,
}
