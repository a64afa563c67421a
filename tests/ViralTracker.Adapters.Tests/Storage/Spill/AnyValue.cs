using System.Text;
using ViralTracker.Core.Scoring;

namespace ViralTracker.Adapters.Tests.Storage.Spill;

/// <summary>Random values of our records, member by member, so that a new member is tested without being named.</summary>
internal sealed class AnyValue(Random random)
{
    public T Of<T>() => (T)Of(typeof(T))!;

    private ScoreInputs Inputs()
    {
        var inputs = new ScoreInputs();
        for (var i = random.Next(15); i > 0; i--) inputs.Add(i + Text(), Of<double>());
        return inputs;
    }

    private object? Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value) return random.Next(3) == 0 ? null : Of(value);
        if (type == typeof(string)) return Text();
        if (type == typeof(bool)) return random.Next(2) == 0;
        if (type == typeof(int)) return random.Next(int.MinValue, int.MaxValue);
        if (type == typeof(long)) return random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);
        if (type == typeof(ulong)) return (ulong)Of<long>();
        if (type == typeof(float[])) return Enumerable.Range(0, random.Next(4)).Select(_ => (float)Of<double>()).ToArray();
        if (type == typeof(double)) return random.Next(9) switch { 0 => double.NaN, 1 => double.PositiveInfinity, _ => random.NextDouble() * Math.Pow(10, random.Next(-300, 300)) };
        if (type == typeof(TimeSpan)) return new TimeSpan(random.NextInt64() >> random.Next(1, 60));
        if (type == typeof(DateTimeOffset)) return new DateTimeOffset(random.NextInt64(DateTime.UnixEpoch.Ticks, DateTime.UnixEpoch.Ticks * 2), TimeSpan.FromMinutes(random.Next(-840, 841)));
        if (type.IsEnum) return Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length));
        if (type == typeof(IReadOnlyDictionary<long, long>)) return Enumerable.Range(0, random.Next(4)).ToDictionary(i => (Of<long>() & ~7) | (long)i, _ => Of<long>());
        if (type == typeof(ScoreInputs)) return Inputs();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) return ListOf(type.GetGenericArguments()[0]);
        return Record(type);
    }

    private object Record(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p => Of(p.ParameterType))]);
        foreach (var member in type.GetProperties().Where(p => p.CanWrite))
            if (type.IsValueType || random.Next(4) > 0 || member.CustomAttributes.Any(a => a.AttributeType.Name == "RequiredMemberAttribute"))
                member.SetValue(made, Of(member.PropertyType));
        return made;
    }

    private Array ListOf(Type item)
    {
        var list = Array.CreateInstance(item, random.Next(4));
        for (var i = 0; i < list.Length; i++)
            list.SetValue(Of(item), i);
        return list;
    }

    private string Text()
    {
        var text = new StringBuilder();
        for (var left = random.Next(20); left > 0; left--)
        {
            var rune = random.Next(4) switch { 0 => random.Next(0x20), 1 => random.Next(0x110000), 2 => 0x1F600 + random.Next(80), _ => random.Next(0x7F) };
            text.Append(Rune.IsValid(rune) ? new Rune(rune).ToString() : "\"\\</>&");
        }
        return text.ToString();
    }
}
