namespace NetConnect.Devices;

/// <summary>The words that stand where a pre-shared key would, the same in every format.</summary>
/// <remarks>AWS takes no key with a hyphen in it, so that they are never mistaken for one.</remarks>
internal static class KeyPlaceholder
{
    /// <summary>The words for the key of a tunnel.</summary>
    public static string Of(string outsideAddress) => $"KEY-OF-{outsideAddress}";

    /// <summary>What the user should know where they stand.</summary>
    public static string Note(string outsideAddress) => $"{outsideAddress}: its pre-shared key is left out. Put it where {Of(outsideAddress)} stands.";
}
