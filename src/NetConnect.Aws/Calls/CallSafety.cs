namespace NetConnect.Aws.Calls;

/// <summary>What may be done when the answer to a call does not come.</summary>
internal enum CallSafety
{
    /// <summary>A read, or a change that done twice is done once: it is simply called again.</summary>
    Repeatable,

    /// <summary>A create without an idempotency token: called again it could make a second one, so the caller looks first.</summary>
    Once,
}
