using System.Runtime.Serialization.Json;
using System.Xml;
using System.Xml.Linq;

namespace NetConnect.Sandbox.Protocol;

/// <summary>Reads the body of a JSON request into flat names: <c>Includes.keyTypes.1</c>.</summary>
internal static class JsonRequest
{
    public static void Flatten(byte[] body, Dictionary<string, string> values)
    {
        if (body.Length == 0) return;
        try
        {
            using XmlDictionaryReader reader = JsonReaderWriterFactory.CreateJsonReader(body, XmlDictionaryReaderQuotas.Max);
            Flatten(XElement.Load(reader), "", values);
        }
        catch (XmlException wrong)
        {
            throw new ApiException("SerializationException", wrong.Message);
        }
    }

    private static void Flatten(XElement element, string name, Dictionary<string, string> values)
    {
        string type = (string?)element.Attribute("type") ?? "string";
        if (type is not ("object" or "array"))
        {
            if (type != "null") values[name] = element.Value;
            return;
        }
        int number = 0;
        foreach (XElement child in element.Elements())
        {
            string part = type == "array" ? $"{++number}" : (string?)child.Attribute("item") ?? child.Name.LocalName;
            Flatten(child, name.Length == 0 ? part : $"{name}.{part}", values);
        }
    }
}
