using System.Globalization;
using System.Text;
using System.Xml;

namespace NetConnect.Sandbox.Protocol;

/// <summary>The body of an answer. Absent values are left out, as EC2 does, rather than written empty.</summary>
internal sealed class XmlAnswer : IDisposable
{
    private readonly MemoryStream _body = new();
    private readonly XmlWriter _writer;

    public XmlAnswer() =>
        _writer = XmlWriter.Create(_body, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false });

    public XmlAnswer Open(string name, string? xmlNamespace = null)
    {
        _writer.WriteStartElement(name, xmlNamespace);
        return this;
    }

    public XmlAnswer Close()
    {
        _writer.WriteEndElement();
        return this;
    }

    public XmlAnswer Text(string name, string? value)
    {
        if (value is null) return this;
        _writer.WriteStartElement(name);
        _writer.WriteString(value);
        return Close();
    }

    /// <summary>The text of an element that is open, for lists of plain values.</summary>
    public XmlAnswer Value(string value)
    {
        _writer.WriteString(value);
        return this;
    }

    public XmlAnswer Flag(string name, bool? value) => Text(name, value is { } flag ? (flag ? "true" : "false") : null);

    public XmlAnswer Number(string name, long? value) => Text(name, value?.ToString(CultureInfo.InvariantCulture));

    public XmlAnswer Time(string name, DateTime? value) => Text(name, value is { } time ? Format(time) : null);

    public static string Format(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public XmlAnswer Node(string name, Action<XmlAnswer> content)
    {
        Open(name);
        content(this);
        return Close();
    }

    /// <summary>A list: the element <paramref name="name"/> with one <paramref name="item"/> element for each entry.</summary>
    public XmlAnswer Set<T>(string name, IEnumerable<T> entries, Action<XmlAnswer, T> content, string item = "item") => Node(name, set =>
    {
        foreach (T entry in entries) set.Node(item, node => content(node, entry));
    });

    public byte[] ToArray()
    {
        _writer.Flush();
        return _body.ToArray();
    }

    public void Dispose()
    {
        _writer.Dispose();
        _body.Dispose();
    }
}
