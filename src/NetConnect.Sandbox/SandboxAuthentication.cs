namespace NetConnect.Sandbox;

/// <summary>How callers prove who they are.</summary>
public enum SandboxAuthentication
{
    /// <summary>Every request must carry a valid Signature Version 4 made with a key that the sandbox issued.</summary>
    SigV4,

    /// <summary>Signatures are not checked, and a key that the sandbox did not issue belongs to the first account of the seed.</summary>
    Any,
}
