namespace NetConnect.Sandbox.Hosting;

/// <summary>What goes back over the wire; without a body the connection is cut instead.</summary>
internal sealed class HttpAnswer(int status, byte[]? body, string contentType = HttpAnswer.Xml)
{
    public const string Xml = "text/xml;charset=UTF-8";

    public static readonly HttpAnswer Reset = new(0, null);

    public int Status => status;

    public byte[]? Body => body;

    public string ContentType => contentType;
}
