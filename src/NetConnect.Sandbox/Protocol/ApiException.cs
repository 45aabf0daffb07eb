namespace NetConnect.Sandbox.Protocol;

/// <summary>An error answer: the API's code, its message and the HTTP status that goes with it.</summary>
internal sealed class ApiException(string code, string message, int status = 400) : Exception(message)
{
    public string Code { get; } = code;

    public int Status { get; } = status;
}
