using System.Runtime.Serialization.Json;
using System.Xml;

namespace NetConnect.Sandbox.Protocol;

/// <summary>The body of a JSON answer: an object. Absent values are left out.</summary>
/// <remarks>Over the one JSON writer of the BCL that .NET Framework has too, which says the types of values by attributes.</remarks>
internal sealed class JsonAnswer : IDisposable
{
    private readonly MemoryStream _body = new();
    private readonly XmlDictionaryWriter _writer;

    public JsonAnswer()
    {
        _writer = JsonReaderWriterFactory.CreateJsonWriter(_body);
        Open("root", "object");
    }

    public JsonAnswer Text(string name, string? value) => value is null ? this : Write(name, "string", value);

    public JsonAnswer Flag(string name, bool value) => Write(name, "boolean", value ? "true" : "false");

    /// <summary>A time as AWS's JSON has it: seconds since 1970.</summary>
    public JsonAnswer Time(string name, DateTime value) =>
        Write(name, "number", XmlConvert.ToString(new DateTimeOffset(value.ToUniversalTime()).ToUnixTimeMilliseconds() / 1000.0));

    public JsonAnswer Node(string name, Action<JsonAnswer> content)
    {
        Open(name, "object");
        content(this);
        return Close();
    }

    /// <summary>A list of objects.</summary>
    public JsonAnswer Set<T>(string name, IEnumerable<T> entries, Action<JsonAnswer, T> content)
    {
        Open(name, "array");
        foreach (T entry in entries) Node("item", item => content(item, entry));
        return Close();
    }

    /// <summary>A list of texts.</summary>
    public JsonAnswer Texts(string name, IEnumerable<string> values)
    {
        Open(name, "array");
        foreach (string value in values) Write("item", "string", value);
        return Close();
    }

    public byte[] ToArray()
    {
        Close();
        _writer.Flush();
        return _body.ToArray();
    }

    public void Dispose()
    {
        _writer.Dispose();
        _body.Dispose();
    }

    private JsonAnswer Write(string name, string type, string value)
    {
        Open(name, type);
        _writer.WriteString(value);
        return Close();
    }

    private void Open(string name, string type)
    {
        _writer.WriteStartElement(name);
        _writer.WriteAttributeString("type", type);
    }

    private JsonAnswer Close()
    {
        _writer.WriteEndElement();
        return this;
    }
}
